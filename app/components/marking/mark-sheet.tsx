import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SheetDraft } from "~/domain/assessment/mark-sheet";
import { COMMENT_FIELD, commentField, pointsField } from "~/domain/assessment/sheet-fields";
import { showTime } from "~/domain/time/civil-date";
import { Button } from "../button";
import { DraftStatus } from "../drafts/draft-status";
import { useDraft } from "../drafts/use-draft";
import { Field, FieldFrame } from "../field";
import { useFigures } from "../figures";
import { Section } from "../section";
import { RubricLevels, type RubricLine } from "../tasks/rubric-table";

export interface PaperItem {
  number: number;
  stem: string;
  answer: readonly string[];
  right: readonly string[];
  score: number;
  max: number;
}

export interface MarkSheetProps {
  page: {
    place: string;
    criteria: readonly RubricLine[];
    items: readonly PaperItem[];
    sheet: SheetDraft;
    savedAt: string | null;
    queueKey: string;
  };
}

const ofSheet = (field: string) => field === COMMENT_FIELD || /^(points|comment)-/.test(field);

/** Points and comments, saved as they are written; finishing is confirmed on a page of its own. */
export function MarkSheet({ page }: MarkSheetProps) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  const here = `/marking/${page.place}`;
  const { state, form, onInput, onSubmit } = useDraft({
    name: `mark ${page.place}`,
    address: `${here}/save`,
    queueKey: page.queueKey,
    belongs: ofSheet,
  });
  const { sheet } = page;
  const line = (key: string, most: number, optional: boolean) => (
    <>
      <Field
        id={pointsField(key)}
        name={pointsField(key)}
        label={t("marking:sheet.points", { most: points(most) })}
        optional={optional}
        short
        inputMode="decimal"
        autoComplete="off"
        defaultValue={sheet.points[key]}
      />
      <FieldFrame
        id={commentField(key)}
        label={t(optional ? "marking:sheet.reason" : "marking:sheet.comment")}
        optional
      >
        {(aria) => (
          <textarea
            {...aria}
            name={commentField(key)}
            className="input"
            rows={3}
            maxLength={4000}
            defaultValue={sheet.comments[key]}
          />
        )}
      </FieldFrame>
    </>
  );
  return (
    <Section title={t("marking:sheet.title")} meta={t("marking:sheet.steps")}>
      <Form ref={form} method="post" className="flow" onInput={onInput} onSubmit={onSubmit}>
        <input type="hidden" name="clientKey" defaultValue="" />
        {page.criteria.map((criterion) => (
          <fieldset key={criterion.key} className="flow">
            <legend className="label">{criterion.title}</legend>
            <RubricLevels levels={criterion.levels} />
            {line(criterion.key, criterion.points, false)}
          </fieldset>
        ))}
        {page.items.map((item) => (
          <fieldset key={item.number} className="flow">
            <legend className="label">{t("marking:sheet.item", { number: item.number, stem: item.stem })}</legend>
            <dl className="facts">
              <Said term={t("marking:sheet.answer")} lines={item.answer} />
              <Said term={t("marking:sheet.right")} lines={item.right} />
              <Said
                term={t("marking:sheet.stands")}
                lines={[t("tasks:told.of", { points: points(item.score), max: points(item.max) })]}
              />
            </dl>
            {line(String(item.number), item.max, true)}
          </fieldset>
        ))}
        <FieldFrame id={COMMENT_FIELD} label={t("marking:sheet.whole")} hint={t("marking:sheet.wholeHint")} optional>
          {(aria) => (
            <textarea
              {...aria}
              name={COMMENT_FIELD}
              className="input"
              rows={4}
              maxLength={4000}
              defaultValue={sheet.comment}
            />
          )}
        </FieldFrame>
        <DraftStatus state={state} savedAt={page.savedAt && showTime(page.savedAt, true)} here={here} />
        <div className="row">
          <Button name="next" value="finish">
            {t("marking:sheet.finish")}
          </Button>
          <Button variant="secondary" name="next" value="stay">
            {t("marking:sheet.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Said({ term, lines }: { term: string; lines: readonly string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="pre-line">{lines.length === 0 ? "–" : lines.join("\n")}</dd>
    </div>
  );
}
