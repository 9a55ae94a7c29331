import { taskTitle } from "~/domain/assessment/task-title";
import type { Bilingual } from "~/domain/text/bilingual";
import { getCourseVersion } from "../course/course-versions.server";
import { questionVersion } from "../course/question-version.server";
import { reader } from "../database.server";

interface Appealed {
  title: string;
  score: { got: number; max: number };
}

/** Tasks that appeals are about, in both languages, with the points that were told before, by the public ids of the works. */
export async function appealedTasks(works: readonly string[]): Promise<Map<string, Record<keyof Bilingual, Appealed>>> {
  const found = new Map<string, Record<keyof Bilingual, Appealed>>();
  if (works.length === 0) return found;
  const client = await reader();
  const rows = await client.task_work.findMany({ where: { public_id: { in: [...works] } } });
  const subjects = await client.marking_subject.findMany({
    where: { kind: "task", work_id: { in: rows.map(({ id }) => id) } },
    orderBy: { round: "desc" },
    select: { id: true, work_id: true },
  });
  const told = await client.mark_release.findMany({ where: { subject_id: { in: subjects.map(({ id }) => id) } } });
  for (const row of rows) {
    const subject = subjects.find((each) => each.work_id === row.id && told.some((one) => one.subject_id === each.id));
    const mark = told.find((one) => one.subject_id === subject?.id);
    const { title } = await getCourseVersion(row.course_version_id);
    const { stem } = await questionVersion(row.question_version_id);
    const score = { got: mark?.points ?? 0, max: mark?.max_points ?? 0 };
    const of = (language: keyof Bilingual) => ({ title: `${title[language]}, ${taskTitle(stem[language])}`, score });
    found.set(row.public_id, { vi: of("vi"), en: of("en") });
  }
  return found;
}
