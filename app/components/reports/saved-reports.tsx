import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { Row, Rows } from "../rows";
import { Section } from "../section";

/** The viewer's kept reports, the newest first. */
export function SavedReports({
  reports,
}: {
  reports: readonly { publicId: string; name: string | null; asOf: string; at: string }[];
}) {
  const { t } = useTranslation();
  return (
    <Section className="section" title={t("reports:saved.title")} meta={t("reports:saved.titleMeta")}>
      {reports.length === 0 && <p className="section-s">{t("reports:saved.none")}</p>}
      <Rows>
        {reports.map(({ publicId, name, asOf, at }) => (
          <Row
            key={publicId}
            title={name ?? showCivilDate(asOf)}
            href={`/reports/saved/${publicId}`}
            meta={t("reports:saved.line", { date: showCivilDate(asOf), day: showCivilDate(civilDateOf(at)) })}
          />
        ))}
      </Rows>
    </Section>
  );
}
