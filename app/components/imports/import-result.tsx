import { useTranslation } from "react-i18next";
import type { ImportKind } from "~/domain/imports/fields";
import type { Outcome } from "~/domain/imports/outcome";
import type { Summary } from "~/domain/imports/reading";
import type { ImportState } from "~/domain/imports/state";
import { showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { LinkButton } from "../button";
import { EmptyState } from "../empty-state";
import { Note } from "../note";
import { PageTitle } from "../page-title";
import { Pages } from "../pages";
import { Section } from "../section";
import { ImportBadge } from "./import-badge";
import { type ImportRowData, ImportRowsTable } from "./import-rows-table";
import { OutcomeTabs } from "./outcome-tabs";

export interface ImportResultProps {
  id: string;
  kind: ImportKind;
  fileName: string;
  effective: string;
  state: ImportState;
  summary: Summary;
  outcome: Outcome;
  rows: readonly ImportRowData[];
  page: number;
  pages: number;
  mayCarryOut: boolean;
  /** new people without a password yet */
  waiting: number;
  /** the columns can still be chosen otherwise */
  mapped: boolean;
}

/** What an import would do, or did: the sentence, then row by row. */
export function ImportResult(props: ImportResultProps) {
  const { id, fileName, effective, state, summary, outcome, rows, page, pages, mayCarryOut, waiting, mapped } = props;
  const { t } = useTranslation();
  const done = state === "carried-out" || state === "undone";
  const { rows: counts } = summary;
  const acts = counts.new + counts.changed + counts.moved + counts.ended;
  return (
    <>
      <PageTitle
        title={fileName || t("imports:list.unnamed")}
        lead={
          acts === 0
            ? t("imports:result.nothing", { count: counts.unchanged })
            : `${t("imports:result.sentence", {
                added: counts.new,
                changed: counts.changed,
                moved: counts.moved,
                ended: counts.ended,
              })} ${t("imports:result.rest", { unchanged: counts.unchanged, refused: counts.refused })}`
        }
        meta={t("imports:result.meta", { day: showCivilDate(effective), people: summary.newPeople })}
      >
        <p>
          <ImportBadge state={state} />
        </p>
      </PageTitle>
      {summary.comparedAgain && !done && (
        <Note tone="warn" icon="alert" title={t("imports:again.title")}>
          <p>{t("imports:again.text")}</p>
        </Note>
      )}
      {state === "carried-out" && summary.withoutRefused && (
        <Note icon="info">
          <p>{t("imports:result.leftOut", { count: counts.refused })}</p>
        </Note>
      )}
      <div className="row section-s">
        {mayCarryOut && (
          <LinkButton href={`/imports/${id}/carry-out`} iconAfter="right">
            {t("imports:result.carryOut")}
          </LinkButton>
        )}
        {waiting > 0 && (
          <LinkButton href={`/imports/${id}/slips`} icon="print">
            {t("imports:result.slips", { count: waiting })}
          </LinkButton>
        )}
        {mapped && (
          <LinkButton href={`/imports/${id}/columns`} variant="secondary">
            {t("imports:result.columns")}
          </LinkButton>
        )}
        {state === "carried-out" && (
          <LinkButton href={`/imports/${id}/undo`} variant="secondary">
            {t("imports:result.undo")}
          </LinkButton>
        )}
      </div>
      <Section className="section" title={t("imports:result.rows")}>
        <OutcomeTabs id={id} counts={counts} current={outcome} />
        {outcome === "refused" && counts.refused > 0 && (
          <p className="section-xs">
            {t("imports:result.refusedFile")}{" "}
            <Anchor className="tap" href={`/imports/${id}/refused/csv`} reload>
              CSV
            </Anchor>{" "}
            <Anchor className="tap" href={`/imports/${id}/refused/xlsx`} reload>
              XLSX
            </Anchor>
          </p>
        )}
        {rows.length === 0 ? (
          <EmptyState title={t("imports:result.noRows")} />
        ) : (
          <ImportRowsTable rows={rows} refused={outcome === "refused"} />
        )}
        <Pages page={page} count={pages} hrefOf={(to) => `/imports/${id}?outcome=${outcome}&page=${to}`} />
      </Section>
    </>
  );
}
