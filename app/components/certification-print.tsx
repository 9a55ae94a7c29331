import { useTranslation } from "react-i18next";
import { type CivilDate as Civil, civilDateOf, type Instant, showCivilDate, showTime } from "~/domain/time/civil-date";
import { LinkButton } from "./button";
import type { CertificationRowData } from "./certification-rows";
import { PageTitle } from "./page-title";
import { PrintButton } from "./print-button";

export interface CertificationPrintProps {
  title: string;
  asOf: Civil;
  printed: { at: Instant; by: string };
  lines: readonly Omit<CertificationRowData, "href">[];
  /** the list on screen */
  back: string;
}

/** The whole list on paper, with a place for each signature and the source of the figures. */
export function CertificationPrint({ title, asOf, printed, lines, back }: CertificationPrintProps) {
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <div className="no-print">
        <PageTitle
          title={t("hr:print.title")}
          meta={t("hr:print.repeat", { date: showCivilDate(asOf) })}
          actions={
            <div className="row actions">
              <PrintButton />
              <LinkButton href={back} variant="secondary" icon="left">
                {t("hr:certification.back")}
              </LinkButton>
            </div>
          }
        />
      </div>
      <article className="report" aria-label={title}>
        <h2>{title}</h2>
        <p>{t("hr:print.asOf", { date: showCivilDate(asOf), count: lines.length })}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="report-scroll" aria-label={title} tabIndex={0}>
          <table>
            <colgroup>
              <col span={6} />
              <col width="20%" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t("hr:print.number")}</th>
                <th scope="col">{t("hr:column.name")}</th>
                <th scope="col">{t("hr:column.unit")}</th>
                <th scope="col">{t("hr:column.programme")}</th>
                <th scope="col">{t("hr:column.state")}</th>
                <th scope="col">{t("hr:column.due")}</th>
                <th scope="col">{t("hr:print.signature")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={`${line.person} ${line.programme}`}>
                  <td>{index + 1}</td>
                  <td>{line.name}</td>
                  <td>{line.unit}</td>
                  <td>{line.programme}</td>
                  <td>
                    {t(`hr:state.${line.state}`)}
                    {line.state !== "valid" && line.state !== "expiring" && (
                      <>
                        , {t("hr:print.since")} {showCivilDate(line.since)}
                      </>
                    )}
                  </td>
                  <td>{line.due && showCivilDate(line.due)}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p className="report-source">
          {t("hr:print.source", {
            asOf: showCivilDate(asOf),
            time: showTime(printed.at),
            date: showCivilDate(civilDateOf(printed.at)),
            by: printed.by,
          })}
        </p>
      </article>
    </main>
  );
}
