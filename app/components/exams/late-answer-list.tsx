import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { Choice, Choices } from "../choice";
import { Row, Rows } from "../rows";

interface LateAnswer {
  id: number;
  item: number;
  stem: string;
  text: string;
  counted: string;
  arrivedAt: string;
  decided: "accepted" | "refused" | null;
}

/** What arrived late: those waiting with a box each, those decided about below. */
export function LateAnswerList({
  answers,
  chosen,
  errors,
}: {
  answers: readonly LateAnswer[];
  chosen: readonly number[];
  errors?: string[];
}) {
  const { t } = useTranslation();
  const waiting = answers.filter(({ decided }) => decided === null);
  const decided = answers.filter((answer) => answer.decided !== null);
  const arrived = ({ arrivedAt }: LateAnswer) =>
    t("exams:late.arrived", { time: showTime(arrivedAt, true), date: showCivilDate(civilDateOf(arrivedAt)) });
  const words = (text: string) => text || t("exams:late.empty");
  return (
    <>
      {waiting.length > 0 && (
        <Choices id="answers" legend={t("exams:late.waiting")} errors={errors}>
          {waiting.map((answer) => (
            <Choice
              key={answer.id}
              type="checkbox"
              name="answer"
              value={answer.id}
              defaultChecked={chosen.includes(answer.id)}
              note={`${t("exams:late.counted", { text: words(answer.counted) })} ${arrived(answer)}`}
            >
              {t("exams:late.answer", { number: answer.item, text: words(answer.text) })}
            </Choice>
          ))}
        </Choices>
      )}
      {decided.length > 0 && (
        <Rows>
          {decided.map((answer) => (
            <Row
              key={answer.id}
              title={t("exams:late.answer", { number: answer.item, text: words(answer.text) })}
              meta={arrived(answer)}
              end={
                <Badge tone={answer.decided === "accepted" ? "ok" : undefined}>
                  {t(`exams:late.${answer.decided === "accepted" ? "accepted" : "refused"}`)}
                </Badge>
              }
            />
          ))}
        </Rows>
      )}
    </>
  );
}
