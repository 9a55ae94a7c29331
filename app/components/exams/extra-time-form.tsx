import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MOST_EXTRA_PERCENT } from "~/domain/assessment/attempt-acts";
import { addDays, showCivilDate } from "~/domain/time/civil-date";
import { Button, LinkButton } from "../button";
import { DateField } from "../date-field";
import type { SummaryError } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field } from "../field";
import { Fold } from "../fold";
import { SpanFields } from "../span-fields";

interface Shared {
  onceKey: string;
  today: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly SummaryError[];
}

/** Extra time from a day on, with the document that decides it. */
export function ExtraTimeForm({ onceKey, today, typed, problems, cancel }: Shared & { cancel: string }) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
  return (
    <Form method="post" className="flow">
      <input type="hidden" name="onceKey" value={onceKey} />
      <Field
        id="percent"
        name="percent"
        short
        inputMode="numeric"
        label={t("exams:extraTime.percent")}
        hint={t("exams:extraTime.percentHint", { most: MOST_EXTRA_PERCENT })}
        errors={errorOf("percent")}
        defaultValue={typed.percent ?? "25"}
        maxLength={3}
        required
      />
      <SpanFields
        typed={typed}
        today={today}
        errorOf={errorOf}
        words={{
          from: t("exams:extraTime.from"),
          lastDay: t("exams:extraTime.lastDay"),
          lastDayHint: t("exams:extraTime.lastDayHint"),
        }}
      />
      <Field
        id="document"
        name="document"
        label={t("exams:act.document")}
        hint={t("exams:extraTime.documentHint")}
        errors={errorOf("document")}
        defaultValue={typed.document}
        maxLength={200}
        required
      />
      <div className="row">
        <Button>{t("exams:extraTime.submit")}</Button>
        <LinkButton href={cancel} variant="secondary">
          {t("exams:act.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}

/** One span of extra time, with the form that ends it folded below. */
export function ExtraTimeEnd({
  span,
  may,
  onceKey,
  today,
  typed,
  problems,
}: Shared & {
  span: { id: number; percent: number; validFrom: string; validTo: string | null; document: string | null };
  may: boolean;
}) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
  const { id, percent, validFrom, validTo, document } = span;
  const from = showCivilDate(validFrom);
  return (
    <div className="section-s">
      <p>
        {validTo === null
          ? t("exams:extraTime.openSpan", { percent, from })
          : t("exams:extraTime.span", { percent, from, to: showCivilDate(addDays(validTo, -1)) })}
      </p>
      {document && <p className="meta">{document}</p>}
      {may && (
        <Fold summary={t("exams:extraTime.end")} open={typed.act === "end"}>
          <Form method="post" className="flow">
            <input type="hidden" name="onceKey" value={onceKey} />
            <input type="hidden" name="act" value="end" />
            <input type="hidden" name="id" value={id} />
            <DateField
              id={`on-${id}`}
              name="on"
              label={t("exams:extraTime.endOn")}
              errors={errorOf(`on-${id}`)}
              defaultValue={typed.on ?? today}
              required
            />
            <Field
              id={`document-${id}`}
              name="document"
              label={t("exams:act.document")}
              hint={t("exams:extraTime.documentHint")}
              errors={errorOf(`document-${id}`)}
              defaultValue={typed.document}
              maxLength={200}
              required
            />
            <Button variant="secondary">{t("exams:extraTime.end")}</Button>
          </Form>
        </Fold>
      )}
    </div>
  );
}
