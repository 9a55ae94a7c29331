import { useTranslation } from "react-i18next";
import { type PlanProblem, SITTING_MODES } from "~/domain/assessment/sitting";
import { Check, Choice, Choices } from "../choice";
import { DateField } from "../date-field";
import type { SummaryError } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field } from "../field";
import { type PersonChoice, PersonField } from "../person-field";

/** Beside which field a problem of a plan is said. */
const PLACE: Partial<Record<PlanProblem, string>> = {
  "closes-before-opens": "closes",
  "over-already": "day",
  "too-short": "closes",
  "invigilator-several": "invigilator",
  "invigilator-no-right": "invigilator",
  "invigilator-is-candidate": "invigilator",
  "invigilator-elsewhere": "invigilator",
  "candidate-elsewhere": "day",
  "mode-begun": "mode",
};

/** What is wrong with a plan, as the summary and the fields say it. */
export function usePlanProblems(problems: readonly PlanProblem[]): SummaryError[] {
  const { t } = useTranslation();
  return problems.map((problem) => ({
    fieldId: PLACE[problem] ?? problem,
    message: t(`exams:sitting.problem.${problem}`),
  }));
}

export interface PlanFieldsProps {
  onceKey: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly SummaryError[];
  people: readonly PersonChoice[];
  /** the sitting has a room code already */
  hasCode: boolean;
}

/** What is decided of a sitting: name, place, day and times, how it is held, by whom, and what candidates need to begin. */
export function PlanFields({ onceKey, typed, problems, people, hasCode }: PlanFieldsProps) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
  const text = (id: "title" | "place") => (
    <Field
      id={id}
      name={id}
      label={t(`exams:sitting.field.${id}`)}
      hint={t(`exams:sitting.field.${id}Hint`)}
      errors={errorOf(id)}
      defaultValue={typed[id]}
      maxLength={200}
      required
    />
  );
  const time = (id: "opens" | "closes") => (
    <Field
      id={id}
      name={id}
      type="time"
      short
      label={t(`exams:sitting.field.${id}`)}
      errors={errorOf(id)}
      defaultValue={typed[id]}
      required
    />
  );
  const codes = hasCode ? (["keep", "new", "none"] as const) : (["new", "none"] as const);
  return (
    <>
      <input type="hidden" name="onceKey" value={onceKey} />
      {text("title")}
      {text("place")}
      <DateField
        id="day"
        name="day"
        label={t("exams:sitting.field.day")}
        errors={errorOf("day")}
        defaultValue={typed.day}
        required
      />
      <div className="row time-pair">
        {time("opens")}
        {time("closes")}
      </div>
      <p className="hint">{t("exams:sitting.field.timesHint")}</p>
      <Choices id="mode" legend={t("exams:sitting.field.mode")} errors={errorOf("mode")}>
        {SITTING_MODES.map((mode) => (
          <Choice
            key={mode}
            name="mode"
            value={mode}
            defaultChecked={(typed.mode ?? "online") === mode}
            note={t(`exams:sitting.modeNote.${mode}`)}
          >
            {t(`exams:sitting.mode.${mode}`)}
          </Choice>
        ))}
      </Choices>
      <PersonField
        id="invigilator"
        name="invigilator"
        optional
        label={t("exams:sitting.field.invigilator")}
        hint={t("exams:sitting.field.invigilatorHint")}
        errors={errorOf("invigilator")}
        defaultValue={typed.invigilator}
        choices={people}
      />
      <Choices legend={t("exams:sitting.field.code")} hint={t("exams:sitting.field.codeHint")}>
        {codes.map((code) => (
          <Choice key={code} name="code" value={code} defaultChecked={(typed.code ?? codes[0]) === code}>
            {t(`exams:sitting.code.${code}`)}
          </Choice>
        ))}
      </Choices>
      <Check name="oneDevice" value="1" defaultChecked={typed.oneDevice === "1"}>
        {t("exams:sitting.field.oneDevice")}
      </Check>
    </>
  );
}
