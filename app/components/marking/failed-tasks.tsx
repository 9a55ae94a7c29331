import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Row, Rows } from "../rows";

export interface FailedTasksProps {
  tasks: readonly { subject: string; person: string; title: string; points: number; max: number; at: string }[];
}

/** Tasks that were told as not passed, each with the way to give it back. */
export function FailedTasks({ tasks }: FailedTasksProps) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  return (
    <Rows>
      {tasks.map((task) => (
        <Row
          key={task.subject}
          heading={3}
          title={task.person}
          meta={task.title}
          cells={[
            t("tasks:told.of", { points: points(task.points), max: points(task.max) }),
            showCivilDate(civilDateOf(task.at)),
          ]}
          end={
            <Anchor className="tap" href={`/marking/release/${task.subject}/rework`}>
              {t("marking:rework.title")}
              <span className="sr"> {task.person}</span>
            </Anchor>
          }
        />
      ))}
    </Rows>
  );
}
