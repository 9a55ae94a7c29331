import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Facts } from "../facts";
import type { SittingShown } from "./start-exam";

export interface ExamFactsProps {
  passPercent: number;
  minutes: number;
  attempts: number;
  attemptsLeft: number | null;
  cooldownHours: number;
  extraPercent: number;
  window: { opensAt: string | null; closesAt: string | null };
  sitting: SittingShown | null;
}

const at = (instant: string) => ({ time: showTime(instant), date: showCivilDate(civilDateOf(instant)) });

/** What an exam asks for, and when and where it may be taken. */
export function ExamFacts({
  passPercent,
  minutes,
  attempts,
  attemptsLeft,
  cooldownHours,
  extraPercent,
  window: { opensAt, closesAt },
  sitting,
}: ExamFactsProps) {
  const { t } = useTranslation();
  const items = [
    { term: t("exam:intro.pass"), value: t("exam:intro.passValue", { percent: passPercent }) },
    {
      term: t("exam:intro.attempts"),
      value:
        attemptsLeft === null
          ? t("exam:intro.attemptsValue", { count: attempts })
          : t("exam:intro.attemptsLeft", { count: attemptsLeft, total: attempts }),
    },
    { term: t("exam:intro.cooldown"), value: t("exam:intro.hours", { count: cooldownHours }) },
  ];
  if (extraPercent > 0) {
    const extra = Math.ceil((minutes * extraPercent) / 100);
    items.push({
      term: t("exam:intro.extra"),
      value: t("exam:intro.extraValue", { count: extra, percent: extraPercent }),
    });
  }
  if (opensAt || closesAt) {
    const [from, until] = [
      opensAt && t("exam:intro.from", at(opensAt)),
      closesAt && t("exam:intro.until", at(closesAt)),
    ];
    items.push({ term: t("exam:intro.window"), value: [from, until].filter(Boolean).join(", ") });
  }
  if (sitting) {
    const day = showCivilDate(civilDateOf(sitting.opensAt));
    const hours = `${showTime(sitting.opensAt)}–${showTime(sitting.closesAt)}`;
    items.push({ term: sitting.title, value: t("exam:sitting.when", { day, hours, place: sitting.place }) });
  }
  return <Facts items={items} />;
}
