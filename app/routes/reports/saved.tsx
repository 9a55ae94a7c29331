import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { SavedFigures } from "~/components/reports/saved-figures";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { reportAddress } from "~/domain/reporting/report-query";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { loadBoard } from "~/models/reporting/board.server";
import { reportNames } from "~/models/reporting/report-names.server";
import { compareSaved, savedReport } from "~/models/reporting/saved-report.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const date = today();
  const report = await savedReport(viewer, params.id ?? "", date);
  const comparison = report && (await compareSaved(viewer, report.publicId, date));
  if (!report || !comparison) throw notFound();
  const query = { ...report.query, asOf: report.asOf, today: date };
  const language = languageOf(request, viewer);
  const head = await loadBoard(viewer, query, language);
  const { publicId, asOf, knownAt, at, sha256, figures } = report;
  return {
    title: `${report.query.name ?? showCivilDate(asOf)} · Cầu Nối`,
    report: { publicId, name: report.query.name, asOf, knownAt, at, sha256, figures },
    query,
    comparison,
    names: await reportNames(asOf, language),
    unit: head?.name ?? null,
    done: readDone(request, ["saved"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Saved() {
  const { report, query, comparison, names, unit, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const date = showCivilDate(report.asOf);
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("reports:index.title"), href: "/reports" }, { label: report.name ?? date }]} />
      {done && (
        <Toast tone="ok" closeHref={`/reports/saved/${report.publicId}`}>
          {t("reports:saved.done")}
        </Toast>
      )}
      <PageTitle
        kicker={unit ?? t("hr:all")}
        title={report.name ?? date}
        lead={t(comparison.same ? "reports:saved.same" : "reports:saved.altered", { date })}
        meta={t("reports:saved.meta", {
          date,
          time: showTime(report.at),
          day: showCivilDate(civilDateOf(report.at)),
          change: report.knownAt,
        })}
      />
      <Section
        className="section"
        title={t("reports:saved.beside")}
        meta={
          comparison.differences.length === 0
            ? t("reports:saved.noDifference")
            : t("reports:saved.differences", { count: comparison.differences.length })
        }
      >
        <SavedFigures
          figures={report.figures}
          differences={comparison.differences}
          {...names}
          hrefOf={({ path, parts }) => reportAddress(path, query, parts)}
          keptHref={(figure) => `/reports/saved/${report.publicId}/people?figure=${encodeURIComponent(figure)}`}
        />
      </Section>
      <p className="row section-s no-print">
        <Anchor className="tap" href={reportAddress("/hr", query)}>
          {t("reports:saved.openNow")}
        </Anchor>
        <Anchor className="tap" href={reportAddress("/hr", { ...query, known: "then" })}>
          {t("reports:saved.openThen")}
        </Anchor>
      </p>
      <p className="meta section-s">
        SHA-256: <code className="seal">{report.sha256}</code>
      </p>
    </main>
  );
}
