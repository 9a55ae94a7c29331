import type { Programme } from "~/domain/certification/programme";
import { pathsOf } from "~/domain/certification/programme-references";
import { leavesOf, type Requirement } from "~/domain/certification/requirement";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { bankOf } from "~/models/bank/bank-of.server";
import { programmeHistory } from "~/models/certification/programmes-in-force.server";
import { currentCourses } from "~/models/course/courses-up-to.server";
import { programmesOfAllDays } from "~/models/course/frameworks.server";
import { reader } from "~/models/database.server";

/** What rules name, in words: by slug, "slug/task" and key. */
export interface RequirementNames {
  courses: Record<string, string>;
  programmes: Record<string, string>;
}

export interface ProgrammeLine {
  key: string;
  title: string;
  short: string;
  validity: Programme["validity"];
}

/** The programmes in force on a date. They are rules, not data of people: whoever may see the page sees them all. */
export async function listProgrammes(date: CivilDate, language: Language): Promise<ProgrammeLine[]> {
  const history = await programmesOfAllDays();
  return history.on(date).map(({ programme }) => ({
    key: programme.key,
    title: programme.title[language],
    short: programme.short[language],
    validity: programme.validity,
  }));
}

export interface ProgrammeVersionLine {
  /** public id of a version that an owner set; null: of the files */
  id: string | null;
  from: CivilDate;
  /** exclusive; null: until something else holds */
  until: CivilDate | null;
  requires: Requirement;
  renewal: Programme["renewal"];
  validity: Programme["validity"];
  reason: string | null;
  standing: "past" | "now" | "future";
}

export interface ProgrammePage {
  programme: Programme;
  title: string;
  /** how the programme's rules followed on each other, the newest first */
  versions: ProgrammeVersionLine[];
  names: RequirementNames;
}

/** One programme as of a date, with its rules over time; null: there are none by this key. */
export async function loadProgramme(key: string, today: CivilDate, language: Language): Promise<ProgrammePage | null> {
  const client = await reader();
  const history = await programmeHistory(client);
  const starts = history.begins(key);
  const set = await client.programme_version.findMany({
    where: { programme: key, retracted_change: null },
    select: { id: true, public_id: true, reason: true },
  });
  const spans = starts.flatMap((from, index) => {
    const rules = history.of(key, from);
    if (!rules) return [];
    const own = set.find(({ id }) => id === rules.programmeVersionId);
    const until = starts[index + 1] ?? null;
    const standing =
      from > today ? ("future" as const) : until !== null && until <= today ? ("past" as const) : ("now" as const);
    const { requires, renewal, validity } = rules.programme;
    return [
      { id: own?.public_id ?? null, reason: own?.reason ?? null, from, until, requires, renewal, validity, standing },
    ];
  });
  const programme = history.of(key, today)?.programme ?? history.of(key, starts.at(-1) ?? today)?.programme;
  if (!programme) return null;
  return {
    programme,
    title: programme.title[language],
    versions: spans.reverse(),
    names: await requirementNames(
      spans.flatMap(({ requires, renewal }) => pathsOf({ requires, renewal })),
      today,
      language,
    ),
  };
}

/** Titles of what trees name. */
export async function requirementNames(
  trees: readonly Requirement[],
  today: CivilDate,
  language: Language,
): Promise<RequirementNames> {
  const courses = await currentCourses(today);
  const history = await programmesOfAllDays();
  const names: RequirementNames = { courses: {}, programmes: {} };
  for (const leaf of trees.flatMap(leavesOf)) {
    const slug = "exam_of" in leaf ? leaf.exam_of : "task_of" in leaf ? leaf.task_of : null;
    if (slug) names.courses[slug] = courses.find((course) => course.slug === slug)?.title[language] ?? slug;
    if ("certificate_of" in leaf) {
      const asked = history.of(leaf.certificate_of, today) ?? history.of(leaf.certificate_of, "9999-12-31");
      names.programmes[leaf.certificate_of] = asked?.programme.short[language] ?? leaf.certificate_of;
    }
  }
  return names;
}

/** What can be named in rules: keys and titles, for whoever writes them. */
export interface WritableNames {
  courses: { slug: string; title: string; tasks: string[] }[];
  programmes: { key: string; title: string }[];
}

export async function writableNames(today: CivilDate, language: Language): Promise<WritableNames> {
  const courses = await currentCourses(today);
  return {
    courses: await Promise.all(
      courses.map(async ({ id, slug, title }) => ({
        slug,
        title: title[language],
        tasks: (await bankOf(id)).filter(({ type }) => type === "task").map(({ key }) => key),
      })),
    ),
    programmes: (await programmesOfAllDays())
      .on(today)
      .map(({ programme }) => ({ key: programme.key, title: programme.short[language] })),
  };
}
