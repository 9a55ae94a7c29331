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
import { type TurnoverData, TurnoverSection } from "./turnover-section";
import type { UnitTableRow } from "./unit-table";
import { UnitsBelow } from "./units-below";
import { type VacancyRowData, VacancyRows } from "./vacancy-rows";

export interface UnitReportData {
  overdue: readonly Omit<CertificationRowData, "href">[];
  hiddenOverdue: number;
  heat: HeatSectionProps["heat"];
  units: readonly UnitTableRow[];
  staff: readonly StaffRowData[];
  vacancies: readonly VacancyRowData[];
  hiddenVacancies: number;
  onboarding: readonly { person: string; name: string; days: number; done: boolean }[];
  focal: FocalRowData | null;
  turnover: TurnoverData;
  collaborators: readonly { person: string; name: string; unit: string; until: Civil | null; open: number }[];
  hiddenCollaborators: number;
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
            </span>{" "}
            <Anchor href={recordAddress(`/focal/${report.focal.unit}`, query)}>{t("hr:focal.history")}</Anchor>
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
          {report.hiddenOverdue > 0 ? (
            <Anchor className="tap" href={address("/reports/board/people", { board: "overdue" })}>
              {t("hr:overdue.more", { count: report.hiddenOverdue })}
            </Anchor>
          ) : (
            <Anchor className="tap" href={address("/hr/certification")}>
              {t("hr:overdue.list")}
            </Anchor>
          )}
        </p>
      </Section>
      <div className="split-3-2 section">
        <HeatSection heat={report.heat} hrefOf={(competency, level) => address("/hr/cell", { competency, level })} />
        <UnitsBelow
          units={report.units}
          unitHref={(unit) => recordAddress(`/units/${unit}`, query)}
          missingHref={(unit) => address("/reports/people", { unit, list: "gaps" })}
          openHref={(unit) => address("/hr/certification", { unit })}
          staff={report.staff}
          personHref={personHref}
        />
      </div>
      <div className="grid-2 section">
        <Section title={t("hr:vacancies.title")} meta={t("hr:vacancies.meta")}>
          <VacancyRows vacancies={report.vacancies} />
          {report.hiddenVacancies > 0 && (
            <p>
              <Anchor className="tap" href={address("/reports/posts")}>
                {t("hr:vacancies.more", { count: report.hiddenVacancies })}
              </Anchor>
            </p>
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
        <TurnoverSection className="" turnover={report.turnover} personHref={personHref} />
        {report.collaborators.length > 0 && (
          <Section title={t("hr:collaborators.title")} meta={t("hr:collaborators.meta")}>
            <Rows>
              {report.collaborators.map((each) => (
                <Row
                  key={each.person}
                  title={each.name}
                  href={personHref(each.person)}
                  meta={
                    <>
                      {each.unit},{" "}
                      {each.until === null ? (
                        t("hr:collaborators.noEnd")
                      ) : (
                        <>
                          {t("hr:collaborators.until")} <CivilDate date={each.until} />
                        </>
                      )}
                    </>
                  }
                  end={
                    each.open > 0 && (
                      <Badge tone="warn" icon="dash">
                        {t("hr:staff.open", { count: each.open })}
                      </Badge>
                    )
                  }
                />
              ))}
            </Rows>
            {report.hiddenCollaborators > 0 && (
              <p className="section-xs">{t("hr:collaborators.more", { count: report.hiddenCollaborators })}</p>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
