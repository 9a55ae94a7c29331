import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { QuestionPreview } from "~/domain/bank/preview";
import type { QuestionFields, RowCounts } from "~/domain/bank/question-fields";
import type { QuestionProblem } from "~/domain/bank/question-problems";
import { MARKS } from "~/domain/course/citation";
import type { QuestionType } from "~/domain/course/question";
import { Button, LinkButton } from "../button";
import { ErrorSummary } from "../error-summary";
import { Field, SelectField } from "../field";
import { Section } from "../section";
import { AnswerFields } from "./answer-fields";
import { BothTexts } from "./both-texts";
import { FigureFields } from "./figure-fields";
import { QuestionFormProvider, useFacetLabel, useQuestionField, useQuestionSummary } from "./question-form-context";
import { QuestionPreviews } from "./question-previews";

interface Named {
  value: string;
  label: string;
}

export interface QuestionFormChoices {
  competencies: readonly Named[];
  lessons: readonly Named[];
  documents: readonly (Named & { citable: boolean })[];
}

export interface QuestionFormProps {
  type: QuestionType;
  fields: QuestionFields;
  rows: RowCounts;
  problems: readonly QuestionProblem[];
  /** null: none was asked for */
  previews: readonly QuestionPreview[] | null;
  choices: QuestionFormChoices;
  once: string;
  seen: number;
  back: string;
}

/** All of a question in a form that works without JavaScript: rows are added and previews shown by posting it. */
export function QuestionForm({ type, fields, rows, problems, previews, choices, once, seen, back }: QuestionFormProps) {
  const { t } = useTranslation();
  const summary = useQuestionSummary();
  return (
    <QuestionFormProvider value={{ fields, rows, problems }}>
      <ErrorSummary errors={summary(problems)} />
      {previews && (
        <Section title={t("bank:form.preview")} meta={t("bank:form.previewMeta")} id="preview">
          <QuestionPreviews previews={previews} />
        </Section>
      )}
      <Form method="post" encType="multipart/form-data" className="flow-l section-s">
        {/* the first button of a form is the one that Enter presses */}
        <button type="submit" name="act" value="save" className="sr" tabIndex={-1} aria-hidden="true">
          {t("bank:form.save")}
        </button>
        <input type="hidden" name="type" value={type} readOnly />
        <input type="hidden" name="once" value={once} readOnly />
        <input type="hidden" name="seen" value={seen} readOnly />
        <Asked />
        <Section title={t("bank:form.answer")} meta={t(`bank:typeHint.${type}`)}>
          <div className="section-s">
            <AnswerFields type={type} />
          </div>
        </Section>
        <Explained documents={choices.documents} />
        <Sorted {...choices} task={type === "task"} />
        <p className="row">
          <Button name="act" value="save">
            {t("bank:form.save")}
          </Button>
          <Button name="act" value="preview" variant="secondary" formNoValidate>
            {t("bank:form.showPreview")}
          </Button>
          <LinkButton href={back} variant="secondary">
            {t("bank:form.cancel")}
          </LinkButton>
        </p>
      </Form>
    </QuestionFormProvider>
  );
}

function Asked() {
  const { t } = useTranslation();
  const label = useFacetLabel();
  return (
    <Section title={t("bank:form.question")}>
      <div className="section-s flow">
        <BothTexts name="stem" label={label({ facet: "stem", number: null, language: null })} lines={4} />
        <FigureFields />
      </div>
    </Section>
  );
}

function Explained({ documents }: Pick<QuestionFormChoices, "documents">) {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const label = useFacetLabel();
  const name = (facet: "explanation" | "citation-document" | "citation-clause" | "citation-mark") =>
    label({ facet, number: null, language: null });
  const chosen = of("citation.document");
  return (
    <Section title={t("bank:form.explanation")}>
      <div className="section-s flow">
        <BothTexts name="explanation" label={name("explanation")} lines={4} />
        <SelectField
          {...chosen}
          label={name("citation-document")}
          hint={t("bank:form.documentHint")}
          options={[
            { value: "", label: t("bank:form.choose") },
            ...documents.filter(({ value, citable }) => citable || value === chosen.defaultValue),
          ].map(({ value, label }) => ({ value, label }))}
        />
        <BothTexts name="citation.clause" label={name("citation-clause")} />
        <SelectField
          {...of("citation.mark")}
          label={name("citation-mark")}
          options={[
            { value: "", label: t("bank:form.choose") },
            ...MARKS.filter((mark) => mark !== "MEMORY").map((mark) => ({
              value: mark,
              label: t(`bank:mark.${mark}`),
            })),
          ]}
        />
      </div>
    </Section>
  );
}

function Sorted({ competencies, lessons, task }: QuestionFormChoices & { task: boolean }) {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  const label = useFacetLabel();
  const name = (facet: "competency" | "difficulty" | "lesson" | "tags" | "use") =>
    label({ facet, number: null, language: null });
  const choose = { value: "", label: t("bank:form.choose") };
  return (
    <Section title={t("bank:form.sorting")}>
      <div className="section-s">
        <div className="grid-2 both-texts">
          <SelectField {...of("competency")} label={name("competency")} options={[choose, ...competencies]} />
          <SelectField
            {...of("difficulty")}
            label={name("difficulty")}
            options={[
              choose,
              ...(["1", "2", "3"] as const).map((value) => ({ value, label: t(`bank:difficulty.${value}`) })),
            ]}
          />
        </div>
        <div className="grid-2 both-texts section-s">
          <SelectField
            {...of("lesson")}
            label={name("lesson")}
            hint={t("bank:form.lessonHint")}
            options={[choose, ...lessons]}
          />
          {!task && (
            <SelectField
              {...of("use")}
              label={name("use")}
              hint={t("bank:form.useHint")}
              options={(["exam", "both", "practice"] as const).map((value) => ({
                value,
                label: t(`bank:word.${value}`),
              }))}
            />
          )}
        </div>
        <div className="section-s">
          <Field {...of("tags")} label={name("tags")} hint={t("bank:form.tagsHint")} maxLength={400} optional />
        </div>
      </div>
    </Section>
  );
}
