import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { changeablePerson } from "./changeable-person.server";
import { type MergedRecord, mergedRecordsOf } from "./merged-records.server";
import { peopleDirectory } from "./people-directory.server";
import { type RecordedFact, recordedHistory } from "./recorded-history.server";
import { recordsOf } from "./records-of.server";
import { slipTarget } from "./slip-target.server";

/** What is recorded of a person beside their learning, and what the viewer may do with it. */
export interface PersonFile {
  history: RecordedFact[];
  merged: MergedRecord[];
  acts: {
    change: boolean;
    absences: boolean;
    /** extra time in exams */
    extraTime: boolean;
    slip: boolean;
    /** postings that go on */
    postings: { posting: string; what: string }[];
  };
}

/** For a person whose record the viewer has been shown: `person` is its public id. */
export async function loadPersonFile(
  viewer: Viewer,
  person: string,
  today: CivilDate,
  language: Language,
): Promise<PersonFile> {
  const [known, changeable, seen, examined, slip] = await Promise.all([
    peopleDirectory().then(({ byPublicId }) => byPublicId.get(person)),
    hasPower(viewer, "change-people") && changeablePerson(viewer, person, "change-people", today),
    hasPower(viewer, "see-absences") && changeablePerson(viewer, person, "see-absences", today),
    hasPower(viewer, "manage-exams") && changeablePerson(viewer, person, "manage-exams", today),
    slipTarget(viewer, person, today, language),
  ]);
  if (!known) throw new Error("a person of the record is not in the directory");
  const [absences, change] = [Boolean(seen), Boolean(changeable)];
  return {
    history: await recordedHistory(known.id, { absences, today, language }),
    merged: await mergedRecordsOf(known.id),
    acts: {
      change,
      absences: change && absences,
      extraTime: Boolean(examined),
      slip: slip !== null,
      postings: change ? await openPostings(known.id, today, language) : [],
    },
  };
}

async function openPostings(personId: number, today: CivilDate, language: Language) {
  const client = await reader();
  const [rows, facts, frameworks] = await Promise.all([
    client.$queryRaw<{ public_id: string; position: string; unit_id: bigint }[]>`
      SELECT o.public_id, s.position, s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id IN ${recordsOf(personId)} AND o.retracted_change IS NULL
        AND (o.valid_to IS NULL OR o.valid_to > ${today})
      ORDER BY o.valid_from, o.id`,
    organisationFacts(),
    frameworksAsOf(today),
  ]);
  const { positions } = frameworks.positions.content;
  return rows.map((row) => {
    const position = positions.find(({ key }) => key === row.position)?.title[language] ?? row.position;
    return { posting: row.public_id, what: `${position}, ${nameAround(facts, Number(row.unit_id), today)[language]}` };
  });
}
