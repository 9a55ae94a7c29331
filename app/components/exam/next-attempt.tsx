import { useTranslation } from "react-i18next";
import type { NextAttempt } from "~/domain/assessment/attempt-policy";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";

const at = (instant: string) => ({ time: showTime(instant), date: showCivilDate(civilDateOf(instant)) });

/** Whether, and from when, another attempt is open, in a sentence; nothing where it was passed. */
export function NextAttemptLine({ next }: { next: NextAttempt }) {
  const { t } = useTranslation();
  if (next.may) return <p className="section-s">{t("exam:result.again", { count: next.attemptsLeft })}</p>;
  const { reason } = next;
  switch (reason.code) {
    case "cooling-down":
      return <p className="section-s">{t("exam:result.wait", { ...at(reason.until), count: reason.attemptsLeft })}</p>;
    case "none-left":
      return <p className="section-s">{t("exam:result.noneLeft")}</p>;
    case "not-open-yet":
      return <p className="section-s">{t("exam:intro.notOpenYet", at(reason.opensAt))}</p>;
    case "closed":
      return <p className="section-s">{t("exam:intro.closed", at(reason.closedAt))}</p>;
    default:
      return null;
  }
}
