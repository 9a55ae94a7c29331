import { LANGUAGES } from "~/domain/text/language";
import { WORDING_PARTS, type WordingKind, type Wordings } from "./wording";

/** Between the recipients of a report, in a field of one line. */
const BETWEEN = ";";

/** The words of a paper as the fields of a form: "heading-vi", "number". */
export function fieldsOfWording<K extends WordingKind>(kind: K, wording: Wordings[K]): Record<string, string> {
  if (kind !== "report") return bothOf(wording as Wordings["certificate" | "register"]);
  const { recipients, number_suffix: number, signer, unit, body, place } = wording as Wordings["report"];
  const joined = (language: "vi" | "en") => recipients.map((each) => each[language]).join(`${BETWEEN} `);
  return {
    ...bothOf({ body, place, signer: signer.title, recipients: { vi: joined("vi"), en: joined("en") } }),
    ...(unit ? bothOf({ unit }) : {}),
    number,
  };
}

function bothOf(parts: Record<string, { vi: string; en: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, words]) => LANGUAGES.map((each) => [`${part}-${each}`, words[each]])),
  );
}

/**
 * What the fields of a form say, in the shape of the kind's schema, not yet held against it.
 * @param text what stands in a field, trimmed
 */
export function wordingOfFields(kind: WordingKind, text: (field: string) => string): unknown {
  const both = (part: string) => ({ vi: text(`${part}-vi`), en: text(`${part}-en`) });
  if (kind !== "report") return Object.fromEntries(WORDING_PARTS[kind].map((part) => [part, both(part)]));
  const unit = both("unit");
  return {
    body: both("body"),
    // none: the unit that the report is of
    unit: unit.vi === "" && unit.en === "" ? null : unit,
    place: both("place"),
    number_suffix: text("number"),
    signer: { title: both("signer") },
    recipients: recipientsOf(both("recipients")),
  };
}

function recipientsOf({ vi, en }: { vi: string; en: string }): { vi: string; en: string }[] {
  const split = (line: string) => line.split(BETWEEN).map((each) => each.trim());
  const [ours, theirs] = [split(vi), split(en)];
  // one that is named in one language only is told of, not left out
  const count = Math.max(ours.length, theirs.length);
  const pairs = Array.from({ length: count }, (_, index) => ({ vi: ours[index] ?? "", en: theirs[index] ?? "" }));
  return pairs.filter(({ vi, en }) => vi !== "" || en !== "");
}

/** The field of a problem that the kind's schema has found. */
export function fieldOfProblem(path: readonly PropertyKey[]): string {
  const [part, ...rest] = path.map(String);
  if (part === "number_suffix") return "number";
  const language = rest.at(-1);
  return language === "vi" || language === "en" ? `${part}-${language}` : `${part}-vi`;
}
