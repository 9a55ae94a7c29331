import { useTranslation } from "react-i18next";
import { flagName } from "~/domain/assessment/form-answer";
import type { ShownItem } from "~/domain/assessment/shown-item";
import { Button } from "../button";
import { Check } from "../choice";
import { QuestionFields } from "../questions/question-fields";
import type { PageAnswer } from "./use-answers";

/** One question of the open page, with its flag. */
export function ExamItem({
  item,
  total,
  answer,
  refused,
  onShowNewer,
}: {
  item: ShownItem;
  total: number;
  answer: PageAnswer | undefined;
  /** a plain form sent an answer that could not be taken */
  refused: boolean;
  onShowNewer: (item: number) => void;
}) {
  const { t } = useTranslation();
  const { number } = item;
  const flagged = answer?.flagged ?? false;
  return (
    <div id={`q${number}`} className="flow" tabIndex={-1}>
      <p className="kicker">{t("exam:page.question", { number, total })}</p>
      {answer?.heldBack && (
        <div className="elsewhere" role="status">
          <p>{t("exam:page.newerElsewhere")}</p>
          <Button type="button" variant="secondary" onClick={() => onShowNewer(number)}>
            {t("exam:page.showNewer")}
          </Button>
        </div>
      )}
      <div className="flow" key={answer?.version ?? 0}>
        <QuestionFields
          item={item}
          value={answer?.value}
          flagged={flagged}
          errors={refused || answer?.refused ? [t("exam:page.refused")] : undefined}
        />
        <Check name={flagName(number)} value="yes" defaultChecked={flagged}>
          {t("exam:page.flag", { number })}
        </Check>
      </div>
    </div>
  );
}
