import type { CourseFiles } from "./course-files.server";
import type { FrameworkFiles } from "./framework-files.server";
import type { ProblemList } from "./problem-list.server";

/** Checks that the tasks which prove a level are there. Asked only where every course could be read. */
export function checkProvingTasks(
  { competencies: file }: FrameworkFiles,
  courses: ReadonlyMap<string, CourseFiles>,
  problems: ProblemList,
): void {
  if (!file) return;
  const tasks = new Set<string>();
  for (const { bank } of courses.values()) {
    for (const { key, type } of bank.value.questions) if (type === "task") tasks.add(key);
  }
  file.value.competencies.forEach((competency, index) => {
    competency.tasks?.forEach(({ task }, item) => {
      if (tasks.has(task)) return;
      problems.add(file.file, file.lineOf(["competencies", index, "tasks", item]), `no task ${task}`);
    });
  });
}
