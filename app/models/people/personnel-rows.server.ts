import type { Employment, EndReason, PostingKind } from "~/domain/people/people-batch";
import { foldForSearch } from "~/domain/people/person-name";
import type { AbsenceKind } from "~/domain/people/personnel-acts";
import type {
  AbsenceFact,
  DetailFact,
  MergeFact,
  NameFact,
  PersonFact,
  PostFact,
  PostingFact,
} from "~/domain/people/personnel-facts";
import type { Span } from "~/domain/time/civil-date";
import type { absence, person, person_detail, person_merge, person_name, post, posting } from "../generated/client";

/**
 * Rows of people and posts as the domain sees them, and back: the one place that knows both spellings. Each names all its fields: an
 * import reads a hundred thousand rows, and a spread takes several times as long.
 */

export const personFact = (row: person): PersonFact => ({
  id: row.id,
  publicId: row.public_id,
  staffCode: row.staff_code,
});

export const nameFact = (row: person_name): NameFact => ({
  id: row.id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  personId: row.person_id,
  fullName: row.full_name,
  sortKey: row.sort_key,
});

export const detailFact = (row: person_detail): DetailFact => ({
  id: row.id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  personId: row.person_id,
  employment: row.employment as Employment,
  workEmail: row.work_email,
  workPhone: row.work_phone,
});

export const postFact = (row: post): PostFact => ({
  id: row.id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  publicId: row.public_id,
  unitId: row.unit_id,
  position: row.position,
  oneStop: row.one_stop,
  deputy: row.deputy,
  lineage: row.lineage,
});

export const postingFact = (row: posting): PostingFact => ({
  id: row.id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  publicId: row.public_id,
  personId: row.person_id,
  postId: row.post_id,
  kind: row.kind as PostingKind,
  decision: row.decision,
  endReason: row.end_reason as EndReason | null,
  heldSince: row.held_since,
});

export const absenceFact = (row: absence): AbsenceFact => ({
  id: row.id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  publicId: row.public_id,
  personId: row.person_id,
  kind: row.kind as AbsenceKind,
});

export const mergeFact = (row: person_merge): MergeFact => ({
  id: row.id,
  keptPersonId: row.kept_person_id,
  mergedPersonId: row.merged_person_id,
});

export const spanRow = (span: Span) => ({ valid_from: span.validFrom, valid_to: span.validTo });

export const nameRow = ({ fullName, sortKey, ...fact }: Omit<NameFact, "id" | "personId">) => ({
  full_name: fullName,
  folded: foldForSearch(fullName),
  sort_key: sortKey,
  ...spanRow(fact),
});

export const detailRow = (fact: Omit<DetailFact, "id" | "personId">) => ({
  employment: fact.employment,
  work_email: fact.workEmail,
  work_phone: fact.workPhone,
  ...spanRow(fact),
});

export const postRow = (fact: Omit<PostFact, "id">) => ({
  public_id: fact.publicId,
  unit_id: fact.unitId,
  position: fact.position,
  one_stop: fact.oneStop,
  deputy: fact.deputy,
  lineage: fact.lineage,
  ...spanRow(fact),
});

export const postingRow = (fact: Omit<PostingFact, "id" | "personId" | "postId">) => ({
  public_id: fact.publicId,
  kind: fact.kind,
  decision: fact.decision,
  end_reason: fact.endReason,
  held_since: fact.heldSince,
  ...spanRow(fact),
});

export const absenceRow = (fact: Omit<AbsenceFact, "id" | "personId">) => ({
  public_id: fact.publicId,
  kind: fact.kind,
  ...spanRow(fact),
});
