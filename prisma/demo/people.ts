import { provincialUnits, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { PeopleBatch } from "~/domain/people/people-batch";
import { holdsOn, type Instant } from "~/domain/time/civil-date";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { recordPeople } from "~/models/people/record-people.server";
import { staffCentre } from "./central-staff";
import { staffGrassrootsUnit } from "./grassroots-staff";
import { staffProvince } from "./province-staff";
import { DEMO_TODAY, Roster } from "./roster";
import { seededRandom } from "./seeded-random";

export { CHARACTERS } from "./characters";
export { DEMO_TODAY } from "./roster";

const SEED = 20_261_121;
export const DEMO_PEOPLE_KEY = "demo-people";

/** Someone of the demo as recorded, with what is held on the demo's date; empty `holds`: gone, or not begun. */
export interface DemoPerson {
  id: number;
  publicId: string;
  staffCode: string;
  fullName: string;
  holds: { unitId: number; position: string; oneStop: boolean; since: string; kind: string }[];
}

/** All people, posts and postings of the demo: the same on every run over the same organisation. */
export function planDemoPeople(facts: OrganisationFacts): PeopleBatch {
  const roster = new Roster(seededRandom(SEED), facts);
  staffCentre(roster);
  for (const province of provincialUnits(unitsAsOf(facts, DEMO_TODAY))) {
    const oldIds = facts.successions.filter((row) => row.newUnitId === province.id).map((row) => row.oldUnitId);
    const oldUnits = facts.units.filter((unit) => oldIds.includes(unit.id)).map((unit) => roster.unit(unit.key));
    // the code of the new area is that of the old one where the seat is
    const isSeat = (key: string) => unitCode(facts, key) === province.area?.code;
    oldUnits.sort((a, b) => Number(isSeat(b.key)) - Number(isSeat(a.key)));
    const waiting = staffProvince(roster, roster.unit(province.key), oldUnits);
    for (const unit of province.children) staffGrassrootsUnit(roster, roster.unit(unit.key), waiting);
  }
  return roster.batch();
}

function unitCode(facts: OrganisationFacts, key: string): string | undefined {
  const unit = facts.units.find((candidate) => candidate.key === key);
  const area = facts.unitAreas.find((row) => row.unitId === unit?.id);
  return facts.areaVersions.find((row) => row.areaId === area?.areaId)?.code;
}

/**
 * Records the people of the demo, once; a second run changes nothing. The organisation must have been loaded. Returns everyone by
 * staff code; CHARACTERS names those with a part to play.
 */
export async function loadDemoPeople(at: Instant): Promise<ReadonlyMap<string, DemoPerson>> {
  const plan = planDemoPeople(await organisationFacts());
  const recorded = await recordPeople(plan, {
    at,
    onceKey: DEMO_PEOPLE_KEY,
    note: "Dữ liệu minh họa: người và vị trí",
  });
  const postOf = new Map(plan.posts.map((post) => [post.ref, post]));
  const people = new Map<string, DemoPerson>();
  for (const { staffCode, names } of plan.persons) {
    const row = recorded.get(staffCode);
    if (!row) throw new Error(`${staffCode} was not recorded`);
    const fullName = names.find((name) => holdsOn(name, DEMO_TODAY))?.fullName ?? "";
    people.set(staffCode, { ...row, staffCode, fullName, holds: [] });
  }
  for (const posting of plan.postings) {
    const post = postOf.get(posting.post);
    if (!post || !holdsOn(posting, DEMO_TODAY)) continue;
    const { unitId, position, oneStop } = post;
    const held = { unitId, position, oneStop, since: posting.validFrom, kind: posting.kind };
    people.get(posting.staffCode)?.holds.push(held);
  }
  return people;
}
