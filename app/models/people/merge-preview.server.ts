import { type MergeProblem, mergeProblems, overlapsOf } from "~/domain/people/merge-persons";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { learnerFacts } from "../enrolment/learner-facts.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { changeablePerson, inWords, type PersonInWords, unitsOf } from "./changeable-person.server";
import { mergeFacts } from "./merge-facts.server";
import { peopleDirectory } from "./people-directory.server";

const POWER: Power = "change-people";

/** Of one of two records: what it says, and how much hangs on it. */
export interface ComparedRecord extends PersonInWords {
  email: string | null;
  names: string[];
  postings: { what: string; from: CivilDate; to: CivilDate | null }[];
  certificates: number;
  courses: number;
  attempts: number;
  own: boolean;
}

/** The same post time in both records. */
export interface ComparedOverlap {
  /** public id of the posting of the merged record */
  posting: string;
  kept: string;
  merged: string;
  keptFrom: CivilDate;
  mergedFrom: CivilDate;
}

export interface MergePreview {
  kept: ComparedRecord;
  merged: ComparedRecord;
  problems: MergeProblem["code"][];
  overlaps: ComparedOverlap[];
}

/** Two people side by side, and what stands against saying that they are one. Null: one of them is not the viewer's to change. */
export async function previewMerge(
  viewer: Viewer,
  keptId: string,
  mergedId: string,
  today: CivilDate,
  language: Language,
): Promise<MergePreview | null> {
  const kept = await changeablePerson(viewer, keptId, POWER, today);
  const merged = await changeablePerson(viewer, mergedId, POWER, today);
  if (!kept || !merged) return null;
  const facts = await mergeFacts(await reader(), kept.id, merged.id);
  const places = await placesOf([...facts.primaries.map(({ publicId }) => publicId)], today, language);
  return {
    kept: await compared(viewer, kept, today, language),
    merged: await compared(viewer, merged, today, language),
    problems: mergeProblems(kept.id, merged.id, facts).map(({ code }) => code),
    overlaps: overlapsOf(kept.id, merged.id, facts.primaries).map((overlap) => ({
      posting: overlap.merged.publicId,
      kept: places.get(overlap.kept.publicId) ?? "",
      merged: places.get(overlap.merged.publicId) ?? "",
      keptFrom: overlap.kept.validFrom,
      mergedFrom: overlap.merged.validFrom,
    })),
  };
}

type Known = NonNullable<Awaited<ReturnType<typeof changeablePerson>>>;

async function compared(viewer: Viewer, person: Known, today: CivilDate, language: Language): Promise<ComparedRecord> {
  const client = await reader();
  const [words, learner, detail, place] = await Promise.all([
    inWords(person, today, language),
    learnerFacts(person.id),
    client.person_detail.findFirst({
      where: { person_id: person.id, retracted_change: null },
      orderBy: { valid_from: "desc" },
      select: { work_email: true },
    }),
    placing(today, language),
  ]);
  return {
    ...words,
    email: detail?.work_email ?? null,
    names: [...new Set(person.names.map(({ fullName }) => fullName))],
    postings: learner.postings.map(({ position, unitId, validFrom, validTo }) => ({
      what: place(position, unitId, validFrom),
      from: validFrom,
      to: validTo,
    })),
    certificates: learner.certificates.length,
    courses: learner.enrolments.length,
    attempts: learner.enrolments.reduce((sum, { attempts }) => sum + attempts.length, 0),
    own: person.id === viewer.personId,
  };
}

async function placing(today: CivilDate, language: Language) {
  const [facts, frameworks] = await Promise.all([organisationFacts(), frameworksAsOf(today)]);
  const { positions } = frameworks.positions.content;
  return (position: string, unitId: number, date: CivilDate) => {
    const title = positions.find(({ key }) => key === position)?.title[language] ?? position;
    return `${title}, ${nameAround(facts, unitId, date)[language]}`;
  };
}

async function placesOf(postings: string[], today: CivilDate, language: Language): Promise<Map<string, string>> {
  const client = await reader();
  const place = await placing(today, language);
  const rows = await client.posting.findMany({
    where: { public_id: { in: postings }, retracted_change: null },
    select: { public_id: true, post_id: true, valid_from: true },
  });
  const posts = await client.post.findMany({
    where: { id: { in: rows.map((row) => row.post_id) } },
    select: { id: true, position: true, unit_id: true },
  });
  const postOf = new Map(posts.map((post) => [post.id, post]));
  return new Map(
    rows.flatMap((row) => {
      const post = postOf.get(row.post_id);
      return post ? [[row.public_id, place(post.position, post.unit_id, row.valid_from)]] : [];
    }),
  );
}

const MOST_HINTS = 8;

/** Others in reach who are called the same, with or without marks: perhaps they are one person. */
export async function possibleDuplicates(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<PersonInWords[]> {
  const [person, directory, scope] = await Promise.all([
    changeablePerson(viewer, publicId, POWER, today),
    peopleDirectory(),
    scopeOf(viewer, POWER, today),
  ]);
  if (!person) return [];
  const called = (each: Known) => {
    const name = each.names.find((one) => holdsOn(one, today)) ?? each.names.at(-1);
    return foldForSearch(name?.fullName ?? each.staffCode);
  };
  const own = called(person);
  const same = directory.people.filter((other) => {
    if (other.id === person.id || !other.text.includes(own) || called(other) !== own) return false;
    const units = unitsOf(other, today);
    return units.length > 0 && units.every(scope.has);
  });
  return Promise.all(same.slice(0, MOST_HINTS).map((other) => inWords(other, today, language)));
}
