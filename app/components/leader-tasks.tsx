import { useTranslation } from "react-i18next";
import type { LeaderTask } from "~/domain/reporting/leader-tasks";
import { Anchor } from "./anchor";
import { type Step, Steps } from "./steps";

/** What is expected of the leader today, each with a link to where it is done. */
export function LeaderTasks({ tasks, hrefOf }: { tasks: readonly LeaderTask[]; hrefOf: (task: LeaderTask) => string }) {
  const { t } = useTranslation();
  const words = (task: LeaderTask): string => {
    switch (task.kind) {
      case "focal":
        return t(`leader:task.focal.${task.state}`);
      case "requests":
        return task.late > 0
          ? t("leader:task.requestsLate", { count: task.count, late: task.late })
          : t("leader:task.requests", { count: task.count });
      case "vacancies":
        return t("leader:task.vacancies", { count: task.count, days: task.days });
      default:
        return t(`leader:task.${task.kind}`, { count: task.count });
    }
  };
  const items = tasks.map(
    (task): Step => ({
      key: task.kind,
      state: URGENT.includes(task.kind) ? "problem" : "waiting",
      title: <Anchor href={hrefOf(task)}>{words(task)}</Anchor>,
    }),
  );
  return <Steps items={items} />;
}

/** What others wait for, or what is missing on the day; the rest is a risk. */
const URGENT: readonly LeaderTask["kind"][] = ["requests", "practice", "focal", "overdue"];
