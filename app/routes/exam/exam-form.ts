import type { Save } from "~/models/assessment/save-responses.server";

/** Most items that a page can hold; a larger form is none of ours. */
const MOST_ITEMS = 200;

/** What a plain form remembers of an item as it was shown: "token token|flag". */
export function shownValue({ tokens, flagged }: { tokens: readonly string[]; flagged: boolean }): string {
  return `${tokens.join(" ")}|${flagged ? "1" : ""}`;
}

/**
 * Reads a page of answers: `s<n>` what was shown, `a<n>` the options chosen, `f<n>` the flag; `to` where to go next, an item
 * or "end". Null when it is no such form.
 */
export function readExamForm(form: FormData): { saves: Save[]; to: number | "end"; perPage: number } | null {
  const numbers = [...form.keys()].flatMap((name) => /^s(\d{1,3})$/.exec(name)?.[1] ?? []).map(Number);
  const to = form.get("to");
  const perPage = Number(form.get("perPage"));
  const target = to === "end" ? "end" : Number(to);
  if (numbers.length > MOST_ITEMS || !Number.isInteger(perPage) || perPage < 1) return null;
  if (target !== "end" && (!Number.isInteger(target) || target < 1)) return null;
  return {
    to: target,
    perPage,
    saves: numbers.map((item) => {
      const [tokens = "", flag = ""] = String(form.get(`s${item}`)).split("|");
      return {
        item,
        tokens: form.getAll(`a${item}`).map(String),
        flagged: form.get(`f${item}`) === "yes",
        clientKey: null,
        shown: { tokens: tokens.split(" ").filter(Boolean), flagged: flag === "1" },
      };
    }),
  };
}
