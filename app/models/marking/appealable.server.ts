import { taskTitle } from "~/domain/assessment/task-title";
import type { Viewer } from "~/domain/permissions/viewer";
import { writeAppealed } from "~/domain/requests/appealed";
import { addDays, civilDateOf, type Instant, showCivilDate, startOfDay } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { getCourseVersion } from "../course/course-versions.server";
import { questionVersion } from "../course/question-version.server";
import { reader } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { settingOn } from "../settings/settings.server";

/**
 * The viewer's marks that can be appealed against now, newest first: told within the days of the setting appeal-days, and not
 * appealed against before or at this moment. `value` as `writeAppealed` writes it.
 */
export async function appealable(
  viewer: Viewer,
  now: Instant,
  language: Language,
): Promise<{ value: string; label: string }[]> {
  const today = civilDateOf(now);
  const since = startOfDay(addDays(today, -(await settingOn("appeal-days", today))));
  const client = await reader();
  const mine = recordsOf(viewer.personId);
  const rows = await client.$queryRaw<
    { what: "attempt" | "task"; public_id: string; course_version_id: bigint; question: bigint | null; at: string }[]
  >`
    SELECT 'attempt' AS what, a.public_id, a.course_version_id, NULL AS question, c.at
    FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id JOIN change c ON c.id = r.result_change
    WHERE a.person_id IN ${mine} AND NOT r.void AND NOT r.pending AND c.at >= ${since}
      AND NOT EXISTS (SELECT 1 FROM marking_subject s WHERE s.kind = 'appeal' AND s.attempt_id = a.id AND s.round = r.round)
    UNION ALL
    SELECT 'task', w.public_id, w.course_version_id, w.question_version_id, t.at
    FROM task_work w JOIN marking_subject s ON s.work_id = w.id AND s.kind = 'task'
    JOIN mark_release t ON t.subject_id = s.id
    WHERE w.person_id IN ${mine} AND t.at >= ${since}
      AND s.round = (SELECT COUNT(*) FROM task_return b WHERE b.work_id = w.id)
      AND NOT EXISTS (SELECT 1 FROM marking_subject o WHERE o.kind = 'appeal' AND o.work_id = w.id AND o.round = s.round)
    ORDER BY at DESC`;
  const asked = await askedAlready(viewer.personId);
  return Promise.all(
    rows
      .map((row) => ({
        ...row,
        value: writeAppealed({ attempt: row.public_id, ...(row.what === "task" && { what: "task" }) }),
      }))
      .filter(({ value }) => !asked.has(value))
      .map(async ({ value, course_version_id, question, at }) => {
        const { title } = await getCourseVersion(Number(course_version_id));
        const task = question === null ? null : taskTitle((await questionVersion(Number(question))).stem[language]);
        return { value, label: [title[language], task, showCivilDate(civilDateOf(at))].filter(Boolean).join(", ") };
      }),
  );
}

/** What waiting appeals of the person are about. */
async function askedAlready(personId: number): Promise<Set<string>> {
  const client = await reader();
  const rows = await client.$queryRaw<{ payload: string }[]>`
    SELECT q.payload FROM request q WHERE q.person_id IN ${recordsOf(personId)} AND q.kind = 'appeal-mark'
      AND COALESCE((SELECT v.kind FROM request_event v WHERE v.request_id = q.id ORDER BY v.id DESC LIMIT 1), 'raised')
        NOT IN ('refused', 'withdrawn', 'approved')`;
  return new Set(rows.map(({ payload }) => writeAppealed(JSON.parse(payload) as { attempt: string; what?: "task" })));
}
