import { WORDING_KINDS, WORDING_SCHEMAS, type WordingKind } from "~/domain/certification/wording";
import { fieldOfProblem, wordingOfFields } from "~/domain/certification/wording-fields";
import type { CivilDate } from "~/domain/time/civil-date";
import { dateValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

/** Which paper the address speaks of; the certificate where it names none. */
export function wordingKind(request: Request): WordingKind {
  const asked = new URL(request.url).searchParams.get("kind");
  return WORDING_KINDS.find((kind) => kind === asked) ?? "certificate";
}

interface ReadWording {
  value: { kind: WordingKind; programme: string | null; content: unknown; from: CivilDate } | null;
  /** ids of fields: "heading-vi", "from" */
  wrong: string[];
  typed: Record<string, string>;
  onceKey: string;
}

/** The words of a paper as the form says them. @throws a 400 answer where what no one types is missing */
export async function readWordingForm(request: Request, kind: WordingKind): Promise<ReadWording> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === "string") typed[name] = value.slice(0, 1000);
  const onceKey = typed.onceKey ?? "";
  if (!/^[0-9a-z]{1,40}$/.test(onceKey)) throw badRequest();
  const text = (name: string) =>
    (typed[name] ?? "")
      .replace(/\p{Surrogate}/gu, "\uFFFD")
      .normalize("NFC")
      .trim();
  const read = WORDING_SCHEMAS[kind].safeParse(wordingOfFields(kind, text));
  const from = dateValue.safeParse(typed.from ?? "");
  const programme = /^[a-z0-9-]{1,80}$/.test(typed.programme ?? "") ? (typed.programme ?? null) : null;
  const wrong = (read.error?.issues ?? []).map(({ path }) => fieldOfProblem(path));
  if (!from.success) wrong.push("from");
  if (!read.success || !from.success) return { value: null, wrong: [...new Set(wrong)], typed, onceKey };
  return { value: { kind, programme, content: read.data, from: from.data }, wrong: [], typed, onceKey };
}
