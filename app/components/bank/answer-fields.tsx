import { useTranslation } from "react-i18next";
import type { QuestionType } from "~/domain/course/question";
import { Check } from "../choice";
import { Field, FieldFrame, SelectField } from "../field";
import { BothTexts } from "./both-texts";
import { CriteriaFields } from "./criteria-fields";
import { useFacetLabel, useQuestionField } from "./question-form-context";
import { RowList } from "./row-list";

/** What of a question is asked and what is right, by its type. */
export function AnswerFields({ type }: { type: QuestionType }) {
  switch (type) {
    case "single":
    case "multiple":
    case "truefalse":
      return <ChoiceFields type={type} />;
    case "matching":
      return <MatchingFields />;
    case "ordering":
      return <OrderingFields />;
    case "fill-in":
      return <GapFields />;
    case "numeric":
      return <NumericFields />;
    case "short-text":
      return <ShortTextFields />;
    case "judgement":
      return <JudgementFields />;
    case "task":
      return <TaskFields />;
  }
}

function useName() {
  const label = useFacetLabel();
  return (facet: Parameters<typeof label>[0]["facet"]) => label({ facet, number: null, language: null });
}

function ChoiceFields({ type }: { type: "single" | "multiple" | "truefalse" }) {
  const { t } = useTranslation();
  const { of, checked } = useQuestionField();
  const name = useName();
  const truefalse = type === "truefalse";
  return (
    <div className="flow">
      {type === "multiple" && <CreditField options={["net", "each", "all-or-nothing"]} />}
      <RowList list="options" facet="option-text" fixed={truefalse}>
        {(row, field) => (
          <>
            {truefalse && !of(`${field}.key`).defaultValue && (
              <input type="hidden" name={`${field}.key`} value={row === 0 ? "true" : "false"} readOnly />
            )}
            <BothTexts name={`${field}.text`} label={t("bank:form.words")} lines={truefalse ? undefined : 2} />
            <div className="row">
              {type === "multiple" ? (
                <Check name={`${field}.correct`} value="yes" defaultChecked={checked(`${field}.correct`)}>
                  {name("option-correct")}
                </Check>
              ) : (
                <label className="check">
                  <input type="radio" name="correct" value={row} defaultChecked={checked("correct", String(row))} />
                  <span>{name("option-correct")}</span>
                </label>
              )}
              {!truefalse && (
                <Check name={`${field}.pin`} value="yes" defaultChecked={checked(`${field}.pin`)}>
                  {name("option-pin")}
                </Check>
              )}
            </div>
          </>
        )}
      </RowList>
    </div>
  );
}

type Credit = "net" | "each" | "pairs" | "places" | "all-or-nothing";

function CreditField({ options }: { options: readonly Credit[] }) {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const name = useName();
  return (
    <SelectField
      {...of("credit")}
      label={name("credit")}
      options={options.map((value) => ({ value, label: t(`bank:credit.${value}`) }))}
    />
  );
}

function MatchingFields() {
  const { t } = useTranslation();
  const name = useName();
  return (
    <div className="flow">
      <CreditField options={["each", "all-or-nothing"]} />
      <RowList list="pairs" facet="pair">
        {(_, field) => (
          <>
            <BothTexts name={`${field}.left`} label={name("pair-left")} />
            <BothTexts name={`${field}.right`} label={name("pair-right")} />
          </>
        )}
      </RowList>
      <p className="hint">{t("bank:form.extraHint")}</p>
      <RowList list="extra" facet="extra-text">
        {(_, field) => <BothTexts name={`${field}.text`} label={t("bank:form.words")} />}
      </RowList>
    </div>
  );
}

function OrderingFields() {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const name = useName();
  return (
    <div className="flow">
      <CreditField options={["pairs", "places", "all-or-nothing"]} />
      <p className="hint">{t("bank:form.stepsHint")}</p>
      <RowList list="steps" facet="step-text">
        {(row, field) => (
          <>
            <Field
              {...of(`${field}.place`)}
              defaultValue={of(`${field}.place`).defaultValue ?? String(row + 1)}
              label={name("step-place")}
              inputMode="numeric"
              short
            />
            <BothTexts name={`${field}.text`} label={t("bank:form.words")} />
          </>
        )}
      </RowList>
    </div>
  );
}

function GapFields() {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const name = useName();
  return (
    <div className="flow">
      <BothTexts name="text" label={name("text")} hint={t("bank:form.gapsHint")} lines={4} />
      <SpellingFields />
      <RowList list="gaps" facet="gap-accepted">
        {(row, field) => {
          const key = of(`${field}.key`).defaultValue ?? String(row + 1);
          return (
            <>
              {!of(`${field}.key`).defaultValue && <input type="hidden" name={`${field}.key`} value={key} readOnly />}
              <LinesField name={`${field}.accepted`} label={t("bank:form.acceptedIn", { gap: `[[${key}]]` })} />
            </>
          );
        }}
      </RowList>
    </div>
  );
}

function LinesField({ name, label, optional }: { name: string; label: string; optional?: boolean }) {
  const { t } = useTranslation();
  const { defaultValue, ...face } = useQuestionField().of(name);
  return (
    <FieldFrame {...face} label={label} hint={t("bank:form.oneALine")} optional={optional}>
      {(aria) => (
        <textarea {...aria} className="input" name={name} rows={3} maxLength={4000} defaultValue={defaultValue} />
      )}
    </FieldFrame>
  );
}

function SpellingFields() {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const name = useName();
  const options = (["strict", "ignore"] as const).map((value) => ({ value, label: t(`bank:word.${value}`) }));
  const capitals = of("case");
  return (
    <div className="grid-2 both-texts">
      <SelectField {...of("accents")} label={name("accents")} options={options} />
      <SelectField
        {...capitals}
        defaultValue={capitals.defaultValue ?? "ignore"}
        label={name("case")}
        options={options}
      />
    </div>
  );
}

function NumericFields() {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const name = useName();
  return (
    <div className="flow">
      <Field {...of("answer")} label={name("answer")} hint={t("bank:form.numberHint")} inputMode="decimal" short />
      <div className="grid-2 both-texts">
        <SelectField
          {...of("tolerance.kind")}
          label={name("tolerance")}
          options={[
            { value: "", label: t("bank:word.exact") },
            { value: "absolute", label: t("bank:form.tolerance.absolute") },
            { value: "percent", label: t("bank:form.tolerance.percent") },
          ]}
        />
        <Field {...of("tolerance.by")} label={t("bank:form.tolerance.by")} inputMode="decimal" short optional />
      </div>
      <p className="hint">{t("bank:form.unitsHint")}</p>
      <RowList list="units" facet="unit-text">
        {(_, field) => (
          <>
            <BothTexts name={`${field}.text`} label={t("bank:form.words")} />
            <Field {...of(`${field}.factor`)} label={name("unit-factor")} inputMode="decimal" short />
          </>
        )}
      </RowList>
    </div>
  );
}

function ShortTextFields() {
  const { of } = useQuestionField();
  const name = useName();
  return (
    <div className="flow">
      <Field {...of("most_words")} label={name("most-words")} inputMode="numeric" short />
      <LinesField name="accepted" label={name("accepted")} optional />
      <SpellingFields />
      <CriteriaFields />
    </div>
  );
}

function JudgementFields() {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const name = useName();
  return (
    <div className="flow">
      <SelectField
        {...of("judging")}
        label={name("judging")}
        options={(["best", "rank"] as const).map((value) => ({ value, label: t(`bank:word.${value}`) }))}
      />
      <RowList list="options" facet="option-text">
        {(_, field) => (
          <>
            <BothTexts name={`${field}.text`} label={t("bank:form.words")} lines={2} />
            <Field
              {...of(`${field}.weight`)}
              label={name("option-weight")}
              hint={t("bank:form.weightHint")}
              inputMode="decimal"
              short
            />
          </>
        )}
      </RowList>
    </div>
  );
}

function TaskFields() {
  const { t } = useTranslation();
  const { of, checked } = useQuestionField();
  const name = useName();
  return (
    <div className="flow">
      <CriteriaFields />
      <div className="grid-2 both-texts">
        <Field {...of("pass_percent")} label={name("pass-percent")} inputMode="numeric" short />
        <Field
          {...of("most_words")}
          label={name("most-words")}
          hint={t("bank:form.taskHint")}
          inputMode="numeric"
          short
          optional
        />
      </div>
      <div className="grid-2 both-texts">
        <Field {...of("files")} label={name("files")} inputMode="numeric" short optional />
        <SelectField
          {...of("markers")}
          label={name("markers")}
          options={["1", "2"].map((value) => ({ value, label: value }))}
        />
      </div>
      <Field
        {...of("threshold_percent")}
        label={name("threshold")}
        hint={t("bank:form.thresholdHint")}
        inputMode="numeric"
        short
        optional
      />
      <Check name="other_unit" value="yes" defaultChecked={checked("other_unit")}>
        {name("other-unit")}
      </Check>
    </div>
  );
}
