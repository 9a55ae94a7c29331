import { useTranslation } from "react-i18next";
import { type ReportQuery, recordAddress, reportAddress } from "~/domain/reporting/report-query";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { Badge } from "./badge";
import { type CertificationRowData, CertificationRows } from "./certification-rows";
import { CivilDate } from "./civil-date";
import { FocalBadge, type FocalRowData, FocalWords } from "./focal-rows";
import { HeatSection, type HeatSectionProps } from "./heat-section";
import { Row, Rows } from "./rows";
import { Section } from "./section";
import type { StaffRowData } from "./staff-rows";
import type { UnitTableRow } from "./unit-table";
import { UnitsBelow } from "./units-below";

export interface UnitReportData {
  overdue: readonly Omit<CertificationRowData, "href">[];
  hiddenOverdue: number;
  heat: HeatSectionProps["heat"];
  units: readonly UnitTableRow[];
  staff: readonly StaffRowData[];
  vacancies: readonly { unit: string; position: string; deputy: boolean; since: Civil; days: number }[];
  hiddenVacancies: number;
  onboarding: readonly { person: string; name: string; days: number; done: boolean }[];
  focal: FocalRowData | null;
}

/** A leader's one page: what is overdue, what is vacant, what is missing, how the new ones come along. */
export function UnitReport({ report, query }: { report: UnitReportData; query: ReportQuery }) {
  const { t } = useTranslation();
  const address = (path: string, change?: Record<string, string | null>) => reportAddress(path, query, change);
  const personHref = (person: string) => recordAddress(`/people/${person}`, query);
  return (
    <>
      {report.focal && (
        <Section className="section" title={t("hr:focal.title")}>
          <p className="row section-s">
            <FocalBadge state={report.focal.state} />{" "}
            <span>
              <FocalWords place={report.focal} />
            </span>
          </p>
        </Section>
      )}
      <Section className="section" title={t("hr:overdue.title")}>
        {report.overdue.length === 0 ? (
          <p className="section-s">{t("hr:overdue.none")}</p>
        ) : (
          <CertificationRows rows={report.overdue.map((row) => ({ ...row, href: personHref(row.person) }))} />
        )}
        <p>
          <Anchor className="tap" href={address("/hr/certification")}>
            {report.hiddenOverdue > 0 ? t("hr:overdue.more", { count: report.hiddenOverdue }) : t("hr:overdue.list")}
          </Anchor>
        </p>
      </Section>
      <div className="split-3-2 section">
        <HeatSection heat={report.heat} hrefOf={(competency, level) => address("/hr/cell", { competency, level })} />
        <UnitsBelow
          units={report.units}
          unitHref={(unit) => recordAddress(`/units/${unit}`, query)}
          staff={report.staff}
          personHref={personHref}
        />
      </div>
      <div className="grid-2 section">
        <Section title={t("hr:vacancies.title")} meta={t("hr:vacancies.meta")}>
          {report.vacancies.length === 0 && <p className="section-s">{t("hr:vacancies.none")}</p>}
          <Rows>
            {report.vacancies.map((post, index) => (
              <Row
                // two posts of one position in one unit can be vacant since the same day
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is a whole of one date
                key={`${post.unit} ${post.position} ${index}`}
                title={post.deputy ? t("hr:vacancies.deputy", { position: post.position }) : post.position}
                meta={post.unit}
                cells={[
                  <span key="since">
                    {t("hr:vacancies.since")} <CivilDate date={post.since} />
                  </span>,
                ]}
                end={<Badge tone="bad">{t("hr:vacancies.days", { count: post.days })}</Badge>}
              />
            ))}
          </Rows>
          {report.hiddenVacancies > 0 && (
            <p className="section-xs">{t("hr:vacancies.more", { count: report.hiddenVacancies })}</p>
          )}
        </Section>
        <Section title={t("hr:onboarding.title")} meta={t("hr:onboarding.meta")}>
          {report.onboarding.length === 0 && <p className="section-s">{t("hr:onboarding.none")}</p>}
          <Rows>
            {report.onboarding.map((each) => (
              <Row
                key={each.person}
                title={each.name}
                href={personHref(each.person)}
                end={
                  each.done ? (
                    <Badge tone="ok">{t("hr:onboarding.done", { count: each.days })}</Badge>
                  ) : (
                    <Badge tone="info">{t("hr:onboarding.running", { count: each.days })}</Badge>
                  )
                }
              />
            ))}
          </Rows>
        </Section>
      </div>
    </>
  );
}
