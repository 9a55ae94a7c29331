/** The texts `common:error.<kind>` for what a page can be refused with. */
export type RefusalKind = "badRequest" | "forbidden" | "notFound" | "conflict" | "tooLarge" | "server";

const KINDS: Partial<Record<number, RefusalKind>> = {
  400: "badRequest",
  403: "forbidden",
  404: "notFound",
  405: "notFound",
  409: "conflict",
  411: "badRequest",
  413: "tooLarge",
};

/** Which words go with an HTTP status; whatever is no refusal of ours is our own fault. */
export function refusalKind(status: number): RefusalKind {
  return KINDS[status] ?? "server";
}
