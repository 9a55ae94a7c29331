import { ACT_LISTS, ACT_TEXTS, type ActValues, NO_VALUES } from "~/domain/organisation/act-values";

/** More than there are units to choose from. */
const MOST_CHOSEN = 2000;
const LONGEST = 400;

/** What the form of an act sends, spaces around it taken off; what is not there is empty. */
export function readActValues(form: FormData): ActValues {
  const values: ActValues = { ...NO_VALUES, children: {} };
  for (const field of ACT_TEXTS) values[field] = clean(form.get(field));
  for (const field of ACT_LISTS) values[field] = form.getAll(field).slice(0, MOST_CHOSEN).map(clean);
  for (const [name, heir] of form) {
    const child = /^child:([a-z0-9-]{1,120})$/.exec(name)?.[1];
    if (child !== undefined && heir !== "") values.children[child] = clean(heir);
  }
  return values;
}

function clean(value: FormDataEntryValue | null): string {
  const text = typeof value === "string" ? value : "";
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .trim()
    .slice(0, LONGEST);
}
