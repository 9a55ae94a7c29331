import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { Badge } from "~/components/badge";
import { EmptyState } from "~/components/empty-state";
import { Levels } from "~/components/levels";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { ReportDate } from "~/components/report-date";
import { ReportDownloads } from "~/components/report-downloads";
import { ReportSwitches } from "~/components/report-switches";
import { Row, Rows } from "~/components/rows";
import { ScopeCrumbs } from "~/components/scope-crumbs";
import { Section } from "~/components/section";
import { hasPower } from "~/domain/permissions/viewer";
import { CELL_WHO } from "~/domain/reporting/heat-map";
import { recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadCell } from "~/models/reporting/cell.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem, page } = readReportQuery(request);
  const { searchParams } = new URL(request.url);
  const cell = {
    ...query,
    page,
    competency: searchParams.get("competency") ?? "",
    level: searchParams.get("level") ?? "",
    who: readChoice(request, "who", CELL_WHO),
  };
  const view = await loadCell(viewer, cell, languageOf(request, viewer));
  if (!view || page > view.pages) throw notFound();
  return data(
    {
      title: `${view.competency.title} · Cầu Nối`,
      query: cell,
      dateProblem,
      view,
      mayExport: hasPower(viewer, "export-people"),
    },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Cell() {
  const { query, dateProblem, view, mayExport } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { competency, level, who } = query;
  const kept = who === "missing" ? null : who;
  const address = (change: Record<string, string | null>) =>
    reportAddress("/hr/cell", query, { competency, level, who: kept, ...change });
  const title = t("hr:cell.title", { competency: view.competency.title, level: t(`hr:levelIn.${level}`) });
  const missing = view.required - view.met;
  return (
    <main id="main" className="wrap">
      <ScopeCrumbs path="/hr" query={query} above={view.crumbs} name={view.name} more={[{ label: title }]} />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={title}
        lead={view.required > 0 && t("hr:cell.lead", { count: view.required, met: view.met, missing })}
        meta={view.competency.description}
        actions={<ReportDate query={query} keep={{ competency, level, who: kept }} />}
      />
      <ReportSwitches path="/hr/cell" query={query} keep={{ competency, level, who: kept }} />
      {missing > 0 && view.met > 0 && (
        <p>
          <Anchor className="tap" href={address({ who: who === "missing" ? "all" : null })}>
            {who !== "missing"
              ? t("hr:cell.onlyMissing", { count: missing })
              : t("hr:cell.everyone", { count: view.required })}
          </Anchor>
        </p>
      )}
      {view.groups.length === 0 && (
        <div className="section-s">
          <EmptyState title={t(view.required === 0 ? "hr:cell.nobody" : "hr:cell.enough")} level={2} />
        </div>
      )}
      {view.groups.map((group) => (
        <Section
          key={group.unit}
          className="section-s"
          title={group.name}
          meta={t("hr:cell.count", { count: group.people.length })}
        >
          <Rows>
            {group.people.map((person) => (
              <Row
                key={person.person}
                title={person.name}
                href={recordAddress(`/people/${person.person}`, query)}
                meta={person.position}
                end={
                  <Levels level={person.proven} need={person.required}>
                    {person.proven >= person.required ? (
                      <Badge tone="ok">{t("hr:cell.met")}</Badge>
                    ) : (
                      <Badge tone="warn" icon="dash">
                        {t("hr:cell.gap", { count: person.required - person.proven })}
                      </Badge>
                    )}
                  </Levels>
                }
              />
            ))}
          </Rows>
        </Section>
      ))}
      <Pages
        page={query.page}
        count={view.pages}
        hrefOf={(page) => address({ page: page === 1 ? null : String(page) })}
      />
      {mayExport && view.total > 0 && (
        <div className="section-s no-print">
          <ReportDownloads report="cell" query={query} keep={{ competency, level, who: kept }} schedule />
        </div>
      )}
    </main>
  );
}
