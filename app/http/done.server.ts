/** What the page before has done, as its address says it: one of the kinds that the page has words for, or null. */
export function readDone<Kind extends string>(request: Request, kinds: readonly Kind[]): Kind | null {
  const given = new URL(request.url).searchParams.get("done");
  return kinds.find((kind) => kind === given) ?? null;
}
