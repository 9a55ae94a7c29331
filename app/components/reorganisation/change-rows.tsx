import { useTranslation } from "react-i18next";
import type { Bilingual } from "~/domain/text/bilingual";
import { type CivilDate as Civil, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { CivilDate } from "../civil-date";
import { InBoth } from "../in-both";
import { Row, Rows } from "../rows";
import { ChangeCounts, type ChangeCountsData } from "./change-counts";

export interface ChangeRowData {
  changeId: number;
  title: Bilingual;
  effective: Civil;
  document: string | null;
  at: Instant;
  by: string | null;
  onBehalfOf: string | null;
  undone: { at: Instant; by: string | null } | null;
  counts: ChangeCountsData;
}

/** Reorganisations that were carried out, as rows. */
export function ChangeRows({ changes }: { changes: readonly ChangeRowData[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {changes.map((change) => (
        <Row
          key={change.changeId}
          heading={3}
          title={<InBoth text={change.title} />}
          href={`/reorganisations/changes/${change.changeId}`}
          meta={
            <>
              <ChangeCounts counts={change.counts} />
              <br />
              {change.document ?? t("reorganisation:change.noDocument")}
            </>
          }
          cells={[
            <span key="effective">
              {t("reorganisation:change.from")} <CivilDate date={change.effective} />
            </span>,
            <Recorded key="by" change={change} />,
          ]}
          end={change.undone && <Badge>{t("reorganisation:change.undone")}</Badge>}
        />
      ))}
    </Rows>
  );
}

/** By whom and when. */
export function Recorded({ change }: { change: Pick<ChangeRowData, "at" | "by" | "onBehalfOf"> }) {
  const { t } = useTranslation();
  const date = <CivilDate date={civilDateOf(change.at)} />;
  if (change.by === null) {
    return (
      <span>
        {t("reorganisation:change.fromFile")} {date}
      </span>
    );
  }
  const by = change.onBehalfOf
    ? t("reorganisation:change.behalf", { by: change.by, of: change.onBehalfOf })
    : change.by;
  return (
    <span>
      {by}, {date}
    </span>
  );
}
