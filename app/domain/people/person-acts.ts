import { holdsOn, spansOverlap } from "~/domain/time/civil-date";
import { sortKey } from "./person-name";
import type { PersonnelAct } from "./personnel-acts";
import {
  absencesOf,
  actedOn,
  isEmpty,
  latest,
  nameOn,
  newId,
  type PersonnelDraft,
  postingsOf,
  report,
} from "./personnel-draft";

type Of<A extends PersonnelAct["act"]> = Extract<PersonnelAct, { act: A }>;

/** One space between words, composed letters: as names are kept. */
function cleaned(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ");
}

/** As addresses are kept: one spelling of each. */
export function cleanedEmail(text: string | null): string | null {
  return text === null ? null : cleaned(text).toLowerCase() || null;
}

export function register(draft: PersonnelDraft, act: Of<"register">): undefined {
  const code = act.person;
  const fullName = cleaned(act.fullName);
  const workEmail = cleanedEmail(act.workEmail);
  // a record whose registration was undone is nobody's: it is taken up again
  const nobody = draft.persons.one("code", code);
  if (nobody && draft.names.where("person", nobody.id).length > 0) {
    return report(draft, "duplicate-staff-code", { code });
  }
  if (fullName === "") return report(draft, "no-name", { code });
  if (workEmail && draft.details.one("email", workEmail)) return report(draft, "duplicate-email", { email: workEmail });
  const person =
    nobody ?? draft.persons.add({ id: newId(draft), publicId: draft.context.newPublicId(), staffCode: code });
  const span = { personId: person.id, validFrom: act.on, validTo: null };
  draft.names.add({ id: newId(draft), fullName, sortKey: act.sortKey || sortKey(fullName), ...span });
  const { employment, workPhone } = act;
  draft.details.add({ id: newId(draft), employment, workEmail, workPhone, ...span });
}

export function rename(draft: PersonnelDraft, act: Of<"rename">): undefined {
  const person = actedOn(draft, act.person);
  if (!person) return;
  const fullName = cleaned(act.fullName);
  if (fullName === "") return report(draft, "no-name", { code: act.person });
  const last = latest(draft.names.where("person", person.id));
  const next = { fullName, sortKey: act.sortKey || sortKey(fullName) };
  if (last && last.fullName === next.fullName && last.sortKey === next.sortKey) return;
  if (last && last.validFrom > act.on) {
    return report(draft, "later-name", { person: last.fullName, on: last.validFrom });
  }
  if (last) {
    draft.names.remove(last);
    if (last.validFrom < act.on) draft.names.add({ ...last, id: newId(draft), validTo: act.on });
  }
  draft.names.add({ id: newId(draft), personId: person.id, ...next, validFrom: act.on, validTo: null });
}

export function changeDetails(draft: PersonnelDraft, act: Of<"change-details">): undefined {
  const person = actedOn(draft, act.person);
  if (!person) return;
  const last = latest(draft.details.where("person", person.id));
  const next = {
    employment: act.employment ?? last?.employment ?? "public-employee",
    workEmail: act.workEmail === undefined ? (last?.workEmail ?? null) : cleanedEmail(act.workEmail),
    workPhone: act.workPhone === undefined ? (last?.workPhone ?? null) : act.workPhone,
  };
  const same =
    last &&
    last.validTo === null &&
    last.employment === next.employment &&
    last.workEmail === next.workEmail &&
    last.workPhone === next.workPhone;
  if (same) return;
  const params = { person: nameOn(draft, person.id, act.on), on: last?.validFrom ?? act.on };
  if (last && last.validFrom > act.on) return report(draft, "later-details", params);
  const other = next.workEmail ? draft.details.one("email", next.workEmail) : undefined;
  if (next.workEmail && other && other.personId !== person.id) {
    return report(draft, "duplicate-email", { email: next.workEmail });
  }
  const open = postingsOf(draft, person.id).some((posting) => posting.validTo === null);
  if (next.employment === "collaborator" && open) return report(draft, "collaborator-without-end", params);
  if (last) {
    draft.details.remove(last);
    const ended = last.validTo === null || last.validTo > act.on ? act.on : last.validTo;
    if (last.validFrom < act.on) draft.details.add({ ...last, id: newId(draft), validTo: ended });
  }
  draft.details.add({ id: newId(draft), personId: person.id, ...next, validFrom: act.on, validTo: null });
}

export function beAbsent(draft: PersonnelDraft, act: Of<"be-absent">): undefined {
  const person = actedOn(draft, act.person);
  if (!person) return;
  const span = { validFrom: act.from, validTo: act.until };
  if (isEmpty(span)) return report(draft, "end-before-start", { from: act.from, until: act.until ?? "" });
  const other = absencesOf(draft, person.id).find((row) => spansOverlap(row, span));
  if (other) {
    const params = { person: nameOn(draft, person.id, act.from), on: other.validFrom };
    return report(draft, "overlapping-absence", params);
  }
  const publicId = draft.context.newPublicId();
  draft.absences.add({ id: newId(draft), publicId, personId: person.id, kind: act.kind, ...span });
}

export function comeBack(draft: PersonnelDraft, act: Of<"return">): undefined {
  const person = actedOn(draft, act.person);
  if (!person) return;
  const away = absencesOf(draft, person.id).filter((row) => row.validFrom < act.on);
  // to come back on the day that was set is nothing new
  if (away.some((row) => row.validTo === act.on)) return;
  const absence = away.find((row) => holdsOn(row, act.on));
  if (!absence) return report(draft, "not-absent", { person: nameOn(draft, person.id, act.on), on: act.on });
  draft.absences.remove(absence);
  draft.absences.add({ ...absence, id: newId(draft), validTo: act.on });
}
