import { type CivilDate, civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { appealedTasks } from "../marking/appealed-tasks.server";
import type { RecordedRequest } from "./request-rows.server";

/** What a request is about, in words; `score` where it is a mark. */
export interface RequestSubject {
  title: string;
  score: { got: number; max: number } | null;
}

/** The subjects of requests by their row ids. */
export async function subjectsOf(
  requests: readonly RecordedRequest[],
  today: CivilDate,
  language: Language,
): Promise<ReadonlyMap<number, RequestSubject>> {
  const [frameworks, courses, attempts, tasks] = await Promise.all([
    frameworksAsOf(today),
    currentCourses(today),
    attemptsOf(requests),
    appealedTasks(
      requests.flatMap(({ content }) => (content.kind === "appeal-mark" && content.what ? [content.attempt] : [])),
    ),
  ]);
  const programme = (key: string) =>
    frameworks.certifications.content.programmes.find((each) => each.key === key)?.short[language] ?? key;
  const competency = (key: string) =>
    frameworks.competencies.content.competencies.find((each) => each.key === key)?.title[language] ?? key;
  const course = (slug: string) => courses.find((each) => each.slug === slug)?.title[language] ?? slug;
  const subject = ({ content }: RecordedRequest): RequestSubject => {
    switch (content.kind) {
      case "correct-record":
        return { title: "", score: null };
      case "extend":
      case "exempt":
        return { title: programme(content.programme), score: null };
      case "contest-level":
        return { title: competency(content.competency), score: null };
      case "more-attempt":
        return { title: course(content.course), score: null };
      case "ask-trainer":
        return { title: content.course === null ? "" : course(content.course), score: null };
      case "appeal-mark": {
        if (content.what === "task") return tasks.get(content.attempt)?.[language] ?? { title: "", score: null };
        const attempt = attempts.get(content.attempt);
        if (!attempt) return { title: "", score: null };
        const on = showCivilDate(civilDateOf(attempt.endedAt));
        return { title: `${course(attempt.course)}, ${on}`, score: { got: attempt.score, max: attempt.max } };
      }
    }
  };
  return new Map(requests.map((request) => [request.id, subject(request)]));
}

interface AppealedAttempt {
  course: string;
  endedAt: string;
  score: number;
  max: number;
}

async function attemptsOf(requests: readonly RecordedRequest[]): Promise<Map<string, AppealedAttempt>> {
  const ids = requests.flatMap(({ content }) => (content.kind === "appeal-mark" ? [content.attempt] : []));
  if (ids.length === 0) return new Map();
  const client = await reader();
  const attempts = await client.attempt.findMany({
    where: { public_id: { in: ids } },
    select: { id: true, public_id: true, course_version_id: true },
  });
  // the last mark before the appeal; what came of it is said beside
  const results = await client.attempt_result.findMany({
    where: { attempt_id: { in: attempts.map(({ id }) => id) }, kind: { not: "appealed" } },
    orderBy: [{ round: "desc" }, { ordinal: "desc" }],
    select: { attempt_id: true, ended_at: true, score: true, max_score: true },
  });
  const versions = await client.course_version.findMany({
    where: { id: { in: attempts.map((attempt) => attempt.course_version_id) } },
    select: { id: true, course_id: true },
  });
  const courses = await client.course.findMany({
    where: { id: { in: versions.map((version) => version.course_id) } },
    select: { id: true, slug: true },
  });
  return new Map(
    attempts.flatMap((attempt) => {
      const result = results.find((each) => each.attempt_id === attempt.id);
      const version = versions.find((each) => each.id === attempt.course_version_id);
      const slug = courses.find((each) => each.id === version?.course_id)?.slug;
      if (!result || !slug) return [];
      const { ended_at: endedAt, score, max_score: max } = result;
      return [[attempt.public_id, { course: slug, endedAt, score, max }] as const];
    }),
  );
}
