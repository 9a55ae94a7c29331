import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "../button";
import { Choice, Choices } from "../choice";
import type { SummaryError } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field, FieldFrame } from "../field";
import { Note } from "../note";

export interface MinutesFormProps {
  sitting: {
    sitting: string;
    mode: "online" | "paper";
    candidates: readonly { number: string; name: string; state: string }[];
  };
  onceKey: string;
  typed: Readonly<Record<string, string>>;
  /** numbers ticked as present, for a sitting on paper */
  present: readonly string[];
  problems: readonly SummaryError[];
}

/** The minutes of a day: who was there (computed online, ticked on paper), when it was, what happened, who held it. */
export function MinutesForm({ sitting, onceKey, typed, present, problems }: MinutesFormProps) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
  const absent = sitting.candidates.filter(({ state }) => state === "not-begun");
  const time = (id: "began" | "ended") => (
    <Field
      id={id}
      name={id}
      type="time"
      short
      label={t(`exams:minutes.field.${id}`)}
      errors={errorOf(id)}
      defaultValue={typed[id]}
      required
    />
  );
  const words = (id: "incidents" | "remarks") => (
    <FieldFrame
      id={id}
      optional
      label={t(`exams:minutes.field.${id}`)}
      hint={t(`exams:minutes.field.${id}Hint`)}
      errors={errorOf(id)}
    >
      {(aria) => <textarea {...aria} name={id} className="input" rows={5} maxLength={4000} defaultValue={typed[id]} />}
    </FieldFrame>
  );
  return (
    <Form method="post" className="flow section-s">
      <input type="hidden" name="onceKey" value={onceKey} />
      <div className="row time-pair">
        {time("began")}
        {time("ended")}
      </div>
      <Field
        id="invigilators"
        name="invigilators"
        label={t("exams:minutes.field.invigilators")}
        hint={t("exams:minutes.field.invigilatorsHint")}
        errors={errorOf("invigilators")}
        defaultValue={typed.invigilators}
        maxLength={500}
        required
      />
      {sitting.mode === "online" ? (
        <Note
          icon="info"
          title={t("exams:minutes.present", {
            count: sitting.candidates.length - absent.length,
            absent: absent.length,
          })}
        >
          <p>{t("exams:minutes.computed")}</p>
          {absent.length > 0 && (
            <p>
              {t("exams:minutes.absent", { names: absent.map(({ number, name }) => `${number} ${name}`).join(", ") })}
            </p>
          )}
        </Note>
      ) : (
        <Choices legend={t("exams:minutes.tick")} hint={t("exams:minutes.tickHint")}>
          {sitting.candidates.map(({ number, name }) => (
            <Choice
              key={number}
              type="checkbox"
              name="present"
              value={number}
              defaultChecked={present.includes(number)}
            >
              {number} · {name}
            </Choice>
          ))}
        </Choices>
      )}
      {words("incidents")}
      {words("remarks")}
      <div className="row">
        <Button>{t("exams:minutes.submit")}</Button>
        <LinkButton href={`/exams/sittings/${sitting.sitting}`} variant="secondary">
          {t("exams:act.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
