import { useTranslation } from "react-i18next";
import type { TaskState } from "~/domain/assessment/task-state";
import { Badge } from "../badge";
import type { Tone } from "../tone";

const TONES: Partial<Record<TaskState, Tone>> = {
  draft: "info",
  "handed-in": "info",
  "being-marked": "info",
  returned: "warn",
};

/** How a task stands; once its marks are told, whether it passed. */
export function TaskBadge({ state, passed }: { state: TaskState; passed: boolean | null }) {
  const { t } = useTranslation();
  if (passed !== null) {
    return <Badge tone={passed ? "ok" : "bad"}>{t(passed ? "learning:task.passed" : "learning:task.failed")}</Badge>;
  }
  return <Badge tone={TONES[state]}>{t(`learning:task.state.${state}`)}</Badge>;
}
