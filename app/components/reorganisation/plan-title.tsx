import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlanHead } from "~/domain/organisation/reorganisation-plan";
import { Badge } from "../badge";
import { CivilDate } from "../civil-date";
import { InBoth } from "../in-both";
import { Note } from "../note";
import { PageTitle } from "../page-title";

export interface PlanTitleProps {
  head: PlanHead;
  when: "past" | "today" | "future";
  /** in place of the plan's title, on a page about a part of it */
  title?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}

/** What is being prepared, from when it holds, and that nothing is recorded yet. */
export function PlanTitle({ head, when, title, lead, children }: PlanTitleProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={title ?? <InBoth text={head.title} />} lead={lead}>
        <p className="row">
          <Badge tone="info" icon="pen">
            {t("reorganisation:plan.notYet")}
          </Badge>
          <span className="meta">
            {t("reorganisation:change.from")} <CivilDate date={head.date} /> · {head.document}
          </span>
        </p>
        {children}
      </PageTitle>
      {when !== "today" && (
        <Note tone={when === "past" ? "warn" : undefined} icon="clock" title={t(`reorganisation:when.${when}.title`)}>
          <p>
            {t(`reorganisation:when.${when}.text`)} <CivilDate date={head.date} />.{" "}
            {when === "past" && t("reorganisation:when.past.reports")}
          </p>
        </Note>
      )}
    </>
  );
}
