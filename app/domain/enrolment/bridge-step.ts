export type BridgeStep = "done" | "now" | "todo";

/** Progress as spans of a bridge: what is built, where one works now, what is to come. */
export function bridgeSteps(lessonIds: readonly number[], doneIds: readonly number[]): BridgeStep[] {
  const done = new Set(doneIds);
  const now = lessonIds.find((id) => !done.has(id));
  return lessonIds.map((id) => (done.has(id) ? "done" : id === now ? "now" : "todo"));
}
