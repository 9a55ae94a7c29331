import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { useKeptFigureWords } from "~/components/reports/kept-figure-words";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { recordAddress } from "~/domain/reporting/report-query";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { reportNames } from "~/models/reporting/report-names.server";
import { savedPeople } from "~/models/reporting/saved-people.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const language = languageOf(request, viewer);
  const { page } = readReportQuery(request);
  const figure = new URL(request.url).searchParams.get("figure") ?? "";
  const date = today();
  const view = await savedPeople(viewer, { report: params.id ?? "", figure, page }, date, language);
  if (!view || page > view.pages) throw notFound();
  const { report, total, pages, lines } = view;
  const { publicId, asOf, at, query } = report;
  return {
    title: await pageTitle(request, context, "reports:saved.peopleTitle"),
    report: { publicId, asOf, at, name: query.name ?? showCivilDate(asOf) },
    today: date,
    figure,
    page,
    total,
    pages,
    lines,
    names: await reportNames(asOf, language),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SavedPeople() {
  const { report, today, figure, page, total, pages, lines, names } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const title = useKeptFigureWords(names.programmes, names.competencies)(figure);
  const path = `/reports/saved/${report.publicId}`;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("reports:index.title"), href: "/reports" },
          { label: report.name, href: path },
          { label: title },
        ]}
      />
      <PageTitle
        title={title}
        lead={t("reports:saved.peopleLead", { count: total })}
        meta={t("reports:saved.line", {
          date: showCivilDate(report.asOf),
          day: showCivilDate(civilDateOf(report.at)),
        })}
      />
      <Section className="section" title={title} meta={t("reports:people.order")}>
        <Rows>
          {lines.map(({ person, name, position, unit, programme }, index) => (
            <Row
              // somebody can be asked for several certificates, and posts have no name
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is a whole of one date
              key={`${person} ${index}`}
              title={person === null ? position : name}
              href={person === null ? undefined : recordAddress(`/people/${person}`, { asOf: report.asOf, today })}
              meta={person === null ? unit : `${position}, ${unit}`}
              cells={programme === null ? [] : [programme]}
            />
          ))}
        </Rows>
        <Pages
          page={page}
          count={pages}
          hrefOf={(other) =>
            `${path}/people?figure=${encodeURIComponent(figure)}${other === 1 ? "" : `&page=${other}`}`
          }
        />
      </Section>
    </main>
  );
}
