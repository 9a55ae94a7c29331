import { useTranslation } from "react-i18next";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { CivilDate } from "../civil-date";
import { InBoth } from "../in-both";
import { Row, Rows } from "../rows";

export interface PlanRowData {
  publicId: string;
  title: Bilingual;
  date: Civil;
  document: string | null;
  acts: number;
  author: string | null;
  savedOn: Civil;
}

/** Reorganisations in preparation, as rows. */
export function PlanRows({ plans }: { plans: readonly PlanRowData[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {plans.map((plan) => (
        <Row
          key={plan.publicId}
          heading={3}
          title={<InBoth text={plan.title} />}
          href={`/reorganisations/${plan.publicId}`}
          meta={plan.document}
          cells={[
            <span key="date">
              {t("reorganisation:change.from")} <CivilDate date={plan.date} />
            </span>,
            <span key="saved">
              {plan.author ?? t("reorganisation:plan.you")}, <CivilDate date={plan.savedOn} />
            </span>,
          ]}
          end={
            <Badge tone="info" icon="pen">
              {t("reorganisation:plan.acts", { count: plan.acts })}
            </Badge>
          }
        />
      ))}
    </Rows>
  );
}
