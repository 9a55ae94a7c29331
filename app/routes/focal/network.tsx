import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { networkStateOf } from "~/components/focal-rows";
import { FocalTable } from "~/components/focal-table";
import { Network } from "~/components/network";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { Section } from "~/components/section";
import { TurnoverAlerts } from "~/components/turnover-section";
import { FOCAL_STATES } from "~/domain/certification/focal-state";
import { hasPower } from "~/domain/permissions/viewer";
import { recordAddress } from "~/domain/reporting/report-query";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadFocalNetwork } from "~/models/focal/network-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const asked = { ...query, unit: null, position: null, programme: null };
  const view = await loadFocalNetwork(viewer, asked, languageOf(request, viewer));
  const title = await pageTitle(request, context, "focal:title");
  const directory = hasPower(viewer, "see-focal-directory");
  return data({ title, query: asked, dateProblem, view, directory }, { status: dateProblem ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FocalNetwork() {
  const { query, dateProblem, view, directory } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { places, counts, special, turnover } = view;
  const links = {
    unitHref: (unit: string) => recordAddress(`/focal/${unit}`, query),
    personHref: (person: string) => recordAddress(`/people/${person}`, query),
    // posts are changed as they are today
    postsHref: view.changes && query.asOf === query.today ? (unit: string) => `/units/${unit}/posts` : null,
  };
  const held = places.length - counts.vacant;
  return (
    <main id="main" className="wrap">
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={view.name === null ? t("focal:titleAll") : t("focal:titleOf", { unit: view.name })}
        lead={t("focal:lead", { units: places.length, held, certified: counts.certified + counts.expiring })}
        meta={view.lead === null ? t("focal:noLeadUnit") : t("focal:leadUnit", { unit: view.lead })}
        actions={
          <ReportDate query={query}>
            {directory && (
              <LinkButton href="/focal/directory" variant="secondary">
                {t("focal:directory.title")}
              </LinkButton>
            )}
          </ReportDate>
        }
      />
      {places.length === 0 ? (
        <EmptyState title={t("focal:nobodyAsked")}>
          <p>{t("focal:nobodyAskedText")}</p>
        </EmptyState>
      ) : (
        <>
          {places.length > 1 && (
            <Section title={t("focal:drawing")} meta={t("hr:focal.meta", { count: places.length })}>
              <Network
                places={places.map(({ unit, name, state }) => ({
                  id: unit,
                  name,
                  href: links.unitHref(unit),
                  state: networkStateOf[state],
                }))}
              />
              <p className="meta section-xs">
                {t("focal:sum", {
                  parts: FOCAL_STATES.filter((state) => counts[state] > 0)
                    .map((state) => counts[state])
                    .join(" + "),
                  count: places.length,
                })}
              </p>
            </Section>
          )}
          <Section className="section" title={t("focal:byUnit")} meta={t("focal:byUnitMeta")}>
            <FocalTable caption={t("focal:byUnit")} lines={places} {...links} />
          </Section>
        </>
      )}
      {special.length > 0 && (
        <Section className="section" title={t("focal:special")} meta={t("focal:specialMeta")}>
          <FocalTable caption={t("focal:special")} lines={special} {...links} />
        </Section>
      )}
      <Section className="section" title={t("focal:turnover")} meta={t("hr:turnover.meta", { count: turnover.months })}>
        <TurnoverAlerts {...turnover} />
      </Section>
    </main>
  );
}
