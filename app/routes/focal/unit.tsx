import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { Crumbs } from "~/components/crumbs";
import { FocalBadge, FocalWords } from "~/components/focal-rows";
import { FocalTimeline } from "~/components/focal-timeline";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { recordAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadFocalUnit } from "~/models/focal/unit-history.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const asked = { ...query, unit: null, position: null, programme: null };
  const view = await loadFocalUnit(viewer, params.unit ?? "", asked, languageOf(request, viewer));
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "focal:unit.title", { unit: view.name });
  return data({ title, query: asked, dateProblem, view }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FocalUnit() {
  const { query, dateProblem, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { place, turnover, stretches, candidates } = view;
  const personHref = (person: string) => recordAddress(`/people/${person}`, query);
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("focal:title"), href: recordAddress("/focal", query) }, { label: view.name }]} />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={t("focal:unit.title", { unit: view.name })}
        meta={
          <Anchor className="tap" href={recordAddress(`/units/${view.unit}`, query)}>
            {t("focal:unit.page")}
          </Anchor>
        }
        actions={
          <ReportDate query={query}>
            {view.changes && <LinkButton href={`/units/${view.unit}/posts`}>{t("focal:unit.posts")}</LinkButton>}
          </ReportDate>
        }
      >
        {place ? (
          <p className="row section-xs">
            <FocalBadge state={place.state} />{" "}
            <span>
              <FocalWords place={place} />
            </span>
          </p>
        ) : (
          <p className="section-xs">{t("focal:unit.notAsked")}</p>
        )}
      </PageTitle>
      <div className="split-3-2 section">
        <Section title={t("focal:unit.history")} meta={t("focal:unit.historyMeta")}>
          {stretches.length === 0 && <p className="section-s">{t("hr:focal.never")}</p>}
          <FocalTimeline stretches={stretches} personHref={personHref} />
        </Section>
        <div className="flow-l">
          <Section title={t("hr:turnover.title")} meta={t("hr:turnover.meta", { count: turnover.months })}>
            <p className="section-s">
              {turnover.changes === 0
                ? t("hr:turnover.noChange", { months: turnover.months })
                : t("hr:turnover.changes", { count: turnover.changes, months: turnover.months })}{" "}
              {turnover.alert && (
                <Badge tone="bad" icon="alert">
                  {t("hr:turnover.holders", { count: turnover.holders, months: turnover.months })}
                </Badge>
              )}
            </p>
          </Section>
          <Section title={t("focal:unit.candidates")} meta={t("focal:unit.candidatesMeta")}>
            {candidates.length === 0 && <p className="section-s">{t("focal:unit.noCandidates")}</p>}
            <Rows>
              {candidates.map(({ person, name, deputy, certified, until }) => (
                <Row
                  key={person}
                  title={name}
                  href={personHref(person)}
                  meta={
                    <>
                      {t(deputy ? "focal:unit.deputy" : "focal:unit.certifiedHere")}
                      {until && (
                        <>
                          , {t("hr:focal.until")} <CivilDate date={until} />
                        </>
                      )}
                    </>
                  }
                  end={
                    certified ? (
                      <Badge tone="ok">{t("focal:ready")}</Badge>
                    ) : (
                      <Badge tone="info">{t("focal:training")}</Badge>
                    )
                  }
                />
              ))}
            </Rows>
          </Section>
        </div>
      </div>
    </main>
  );
}
