import { type BankCounts, checkBank, countBank, type SectionCheck } from "~/domain/bank/bank-check";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { reader } from "../database.server";
import { bankOfCourse } from "./bank-entries.server";
import { bankNames, namesByKey } from "./bank-names.server";
import { bankOf } from "./bank-of.server";
import { mayReadBanks } from "./bank-readers.server";
import { OPEN_PROPOSALS } from "./open-proposals.server";

export interface BankFace {
  slug: string;
  title: string;
  /** of what the exam can draw, questions from other banks included */
  counts: BankCounts;
  /** how many of them other courses' banks hold */
  drawn: number;
  retired: number;
  /** drafts and proposals that are not decided */
  open: number;
  check: SectionCheck[];
  names: Record<string, string>;
}

/** The banks of all courses, and whether each is large enough for its exam. Null: not for the viewer. */
export async function bankOverview(viewer: Viewer, today: CivilDate, language: Language): Promise<BankFace[] | null> {
  if (!mayReadBanks(viewer)) return null;
  const client = await reader();
  const open = await client.$queryRaw<{ bank: string; count: bigint }[]>`
    SELECT p.bank, COUNT(*) AS count FROM ${OPEN_PROPOSALS} GROUP BY p.bank`;
  const courses = await currentCourses(today);
  return Promise.all(
    courses.map(async (course) => {
      const [questions, { entries }, names] = await Promise.all([
        bankOf(course.id),
        bankOfCourse(course),
        bankNames(course, language, today),
      ]);
      return {
        slug: course.slug,
        title: course.title[language],
        counts: countBank(questions),
        drawn: questions.filter(({ bank }) => bank !== course.slug).length,
        retired: [...entries.values()].filter(({ status }) => status === "retired").length,
        open: Number(open.find(({ bank }) => bank === course.slug)?.count ?? 0),
        check: checkBank(course.exam, questions),
        names: namesByKey(names),
      };
    }),
  );
}
