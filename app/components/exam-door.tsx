import { useTranslation } from "react-i18next";
import type { NextAttempt } from "~/domain/assessment/attempt-policy";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { LinkButton } from "./button";

export interface ExamDoorProps {
  slug: string;
  exam: { minutes: number; questions: number; passPercent: number; attempts: number; next: NextAttempt };
  lessonsLeft: number;
  openAttempt: string | null;
}

/** What stands before an exam: its form, and the way in or the reason why not yet. */
export function ExamDoor({ slug, exam, lessonsLeft, openAttempt }: ExamDoorProps) {
  const { t } = useTranslation("parts");
  const { next } = exam;
  const reason = next.may ? null : next.reason;
  return (
    <div className="flow-s section-s">
      <p>
        {t("door.form", {
          questions: exam.questions,
          minutes: exam.minutes,
          percent: exam.passPercent,
          attempts: exam.attempts,
        })}
      </p>
      {lessonsLeft > 0 && !openAttempt && <p>{t("door.lessonsFirst", { count: lessonsLeft })}</p>}
      {reason?.code === "cooling-down" && (
        <p>{t("door.wait", { time: showTime(reason.until), date: showCivilDate(civilDateOf(reason.until)) })}</p>
      )}
      {reason?.code === "waiting-for-marks" && <p>{t("door.marking")}</p>}
      {reason?.code === "not-open-yet" && (
        <p>{t("door.opens", { date: showCivilDate(civilDateOf(reason.opensAt)) })}</p>
      )}
      {reason?.code === "closed" && <p>{t("door.closed")}</p>}
      {reason?.code === "none-left" && <p>{t("door.noneLeft")}</p>}
      {reason?.code === "already-passed" && <p>{t("door.passed")}</p>}
      {openAttempt ? (
        <p>
          <LinkButton href={`/attempts/${openAttempt}`} iconAfter="right" stretch>
            {t("door.goOn")}
          </LinkButton>
        </p>
      ) : (
        (lessonsLeft === 0 || reason) && (
          <p>
            <LinkButton
              href={`/courses/${slug}/exam`}
              variant={next.may && lessonsLeft === 0 ? "primary" : "secondary"}
              stretch
            >
              {next.may ? t("door.see") : t("door.results")}
            </LinkButton>
          </p>
        )
      )}
    </div>
  );
}
