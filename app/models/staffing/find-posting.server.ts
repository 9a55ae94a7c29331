import type { PostingKind } from "~/domain/people/people-batch";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { latestChangeId, reader } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { peopleDirectory } from "../people/people-directory.server";
import { positionTitles, type StaffedUnit, staffedUnit } from "./unit-for-staffing.server";

export interface PostingToChange {
  posting: string;
  person: { publicId: string; name: string };
  unit: StaffedUnit;
  title: string;
  kind: PostingKind;
  from: CivilDate;
  until: CivilDate | null;
  decision: string | null;
  /** the newest change when this was read */
  seen: number;
}

/** A posting in a unit where the viewer may change people, as the address of its person names it; null for everyone else. */
export async function postingToChange(
  viewer: Viewer,
  address: { person: string; posting: string },
  today: CivilDate,
  language: Language,
): Promise<PostingToChange | null> {
  const seen = await latestChangeId();
  const client = await reader();
  const row = await client.posting.findFirst({ where: { public_id: address.posting, retracted_change: null } });
  const post = row && (await client.post.findUnique({ where: { id: row.post_id } }));
  if (!row || !post) return null;
  const [{ units }, { byId, keptOf }] = await Promise.all([organisationFacts(), peopleDirectory()]);
  const person = byId.get(keptOf.get(row.person_id) ?? row.person_id);
  const unitId = units.find(({ id }) => id === post.unit_id)?.publicId ?? "";
  const unit = await staffedUnit(viewer, "change-people", unitId, { asOf: today, today }, language);
  if (!unit || !person?.publicIds.includes(address.person)) return null;
  const name = person.names.findLast(({ validFrom }) => validFrom <= today) ?? person.names[0];
  return {
    posting: row.public_id,
    person: { publicId: person.publicId, name: name?.fullName ?? person.staffCode },
    unit,
    title: (await positionTitles(today, language)).of(post.position),
    kind: row.kind as PostingKind,
    from: row.valid_from,
    until: row.valid_to,
    decision: row.decision,
    seen,
  };
}
