import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TaskState } from "~/domain/assessment/task-state";
import { Button } from "../button";
import { Row, Rows } from "../rows";
import { Section } from "../section";
import { TaskBadge } from "./task-badge";

export interface CourseTasksProps {
  /** slug */
  course: string;
  tasks: readonly { key: string; title: string; state: TaskState; passed: boolean | null; work: string | null }[];
  begun: boolean;
}

/** The tasks of a course on its page; nothing where it has none. */
export function CourseTasks({ course, tasks, begun }: CourseTasksProps) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  return (
    <Section title={t("learning:task.title")}>
      <p className="meta section-s">{t(begun ? "learning:task.text" : "learning:task.later")}</p>
      <Rows>
        {tasks.map((task) => (
          <Row
            key={task.key}
            heading={3}
            title={task.title}
            href={task.work === null ? undefined : `/tasks/${task.work}`}
            end={
              task.work === null && begun ? (
                <Form method="post" action="/tasks/start">
                  <input type="hidden" name="course" value={course} />
                  <input type="hidden" name="task" value={task.key} />
                  <Button variant="secondary">
                    {t("learning:task.start")}
                    <span className="sr"> {task.title}</span>
                  </Button>
                </Form>
              ) : (
                <TaskBadge state={task.state} passed={task.passed} />
              )
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
