import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Changed } from "./outcome";
import type { PeopleView } from "./people-view";
import type { ResolvedRow } from "./resolve-rows";

/** What the rows of one person say of the person: a new record, another name, other details. An empty cell says nothing. */
export function personActs(
  rows: readonly ResolvedRow[],
  view: PeopleView,
  effective: CivilDate,
): { acts: PersonnelAct[]; changes: Changed[] } {
  const [first] = rows;
  if (!first) return { acts: [], changes: [] };
  const said = {
    employment: firstOf(rows, (row) => row.employment),
    workEmail: firstOf(rows, (row) => row.workEmail),
    workPhone: firstOf(rows, (row) => row.workPhone),
  };
  const { staffCode: code, fullName } = first;
  const person = view.person(code);
  // the person has a name on the first day of a posting, or the posting could not stand
  const earliest = rows.reduce((day, { from }) => (from !== null && from < day ? from : day), effective);
  const name = person && view.name(person.id);
  if (!person || !name) {
    const changes: Changed[] = [
      { field: "person", before: null, after: code },
      ...Object.entries(said).flatMap(([field, after]) =>
        after === null ? [] : [{ field: field as keyof typeof said, before: null, after }],
      ),
    ];
    if (!person) {
      const employment = said.employment ?? "public-employee";
      return { acts: [{ act: "register", person: code, fullName, ...said, employment, on: earliest }], changes };
    }
    // a record of which everything was taken back
    const details = given(said);
    const acts: PersonnelAct[] = [{ act: "rename", person: code, fullName, on: earliest }];
    return { acts: [...acts, { act: "change-details", person: code, ...details, on: earliest }], changes };
  }
  const acts: PersonnelAct[] = [];
  const changes: Changed[] = [];
  if (!sameName(name.fullName, fullName)) {
    changes.push({ field: "name", before: name.fullName, after: fullName });
    acts.push({ act: "rename", person: code, fullName, on: effective });
  }
  const details = view.details(person.id);
  const other: Partial<Record<keyof typeof said, string>> = {};
  for (const field of ["employment", "workEmail", "workPhone"] as const) {
    const after = said[field];
    const before = details?.[field] ?? null;
    if (after === null || (field === "workPhone" ? samePhone(before, after) : before === after)) continue;
    changes.push({ field, before, after });
    other[field] = after;
  }
  if (Object.keys(other).length > 0) {
    acts.push({ act: "change-details", person: code, ...(other as Partial<typeof said> as object), on: effective });
  }
  return { acts, changes };
}

function firstOf<T>(rows: readonly ResolvedRow[], read: (row: ResolvedRow) => T | null): T | null {
  for (const row of rows) {
    const value = read(row);
    if (value !== null) return value;
  }
  return null;
}

function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as never;
}

/** Capital letters make no other name. */
function sameName(a: string, b: string): boolean {
  return a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();
}

function samePhone(a: string | null, b: string): boolean {
  return a !== null && a.replace(/\D/g, "") === b.replace(/\D/g, "");
}
