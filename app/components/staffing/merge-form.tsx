import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MergeProblem } from "~/domain/people/merge-persons";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Button, LinkButton } from "../button";
import { Choice, Choices } from "../choice";
import { Field } from "../field";
import { Note } from "../note";
import type { ComparedRecord } from "./merge-comparison";

export interface MergeFormProps {
  preview: {
    kept: ComparedRecord;
    merged: ComparedRecord;
    problems: readonly MergeProblem["code"][];
    overlaps: readonly {
      posting: string;
      kept: string;
      merged: string;
      keptFrom: CivilDate;
      mergedFrom: CivilDate;
    }[];
  };
  onceKey: string;
  typed: { document: string; note: string };
  dropped: readonly string[];
  wrong: readonly string[];
}

/** What the merge will do, what has to be settled with it or before, and the button. */
export function MergeForm({ preview, onceKey, typed, dropped, wrong }: MergeFormProps) {
  const { t } = useTranslation();
  const { kept, merged, problems, overlaps } = preview;
  const own = kept.own || merged.own;
  const stops = problems.filter((code) => code !== "overlapping-primary");
  const back = `/people/${kept.person}`;
  if (own || stops.length > 0) {
    return (
      <Note tone="warn" icon="alert" title={t("staffing:merge.cannot")}>
        {own && <p>{t("staffing:merge.problem.own-record")}</p>}
        {stops.map((code) => (
          <p key={code}>{t(`staffing:merge.problem.${code}`)}</p>
        ))}
        <p>
          <Anchor href={`/people/${kept.person}/merge`}>{t("staffing:merge.again")}</Anchor>
        </p>
      </Note>
    );
  }
  const values = { kept: kept.staffCode, merged: merged.staffCode };
  return (
    <Form method="post" className="flow" id="merge">
      <input type="hidden" name="onceKey" value={onceKey} />
      {overlaps.length > 0 && (
        <Choices
          id="overlaps"
          legend={t("staffing:merge.overlaps", { count: overlaps.length })}
          hint={t("staffing:merge.overlapsHint", values)}
        >
          {overlaps.map((overlap) => (
            <Choice
              key={`${overlap.posting} ${overlap.keptFrom}`}
              type="checkbox"
              name="dropped"
              value={overlap.posting}
              defaultChecked={dropped.includes(overlap.posting)}
              note={t("staffing:merge.overlapBeside", { post: overlap.kept, from: showCivilDate(overlap.keptFrom) })}
            >
              {t("staffing:merge.drop", { post: overlap.merged, from: showCivilDate(overlap.mergedFrom) })}
            </Choice>
          ))}
        </Choices>
      )}
      <Note title={t("staffing:merge.effect")}>
        <ul>
          <li>{t("staffing:merge.effectAll", values)}</li>
          <li>{t("staffing:merge.effectLogin", values)}</li>
          <li>{t("staffing:merge.effectUndo")}</li>
        </ul>
        <p>
          <Anchor href={`/people/${merged.person}/merge?other=${kept.person}`}>
            {t("staffing:merge.swap", { code: merged.staffCode })}
          </Anchor>
        </p>
      </Note>
      <Field
        id="document"
        name="document"
        label={t("staffing:field.document")}
        hint={t("staffing:field.documentHint")}
        errors={wrong.includes("document") ? [t("staffing:merge.wrong.document")] : undefined}
        defaultValue={typed.document}
        maxLength={200}
        required
      />
      <Field
        id="note"
        name="note"
        label={t("staffing:field.note")}
        errors={wrong.includes("note") ? [t("staffing:merge.wrong.note")] : undefined}
        defaultValue={typed.note}
        maxLength={500}
        optional
      />
      <div className="row">
        <Button>{t("staffing:merge.submit", values)}</Button>
        <LinkButton href={back} variant="secondary">
          {t("staffing:cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
