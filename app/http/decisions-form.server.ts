import type { Decisions } from "~/domain/organisation/plan-decisions";

/** What a form decides about posts (`post:<id>`), focal points (`focal:<key>`, "none" for nobody) and permissions (`grant`). */
export function readDecisions(form: FormData): Decisions {
  const decisions: Decisions = { posts: {}, focal: {}, grants: form.getAll("grant").map(String) };
  for (const [name, value] of form) {
    const post = /^post:([0-9a-z]{1,40})$/.exec(name)?.[1];
    const unit = /^focal:([0-9a-z-]{1,120})$/.exec(name)?.[1];
    if (post !== undefined) decisions.posts[post] = String(value);
    if (unit !== undefined) decisions.focal[unit] = value === "none" ? null : String(value);
  }
  return decisions;
}
