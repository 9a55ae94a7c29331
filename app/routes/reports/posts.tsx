import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Pages } from "~/components/pages";
import { CounterFigures } from "~/components/reports/counter-figures";
import { PostRows } from "~/components/reports/post-rows";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { POSTS_SHOWN } from "~/domain/reporting/counter-posts";
import { pageAddresses, recordAddress, reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { readChoice } from "~/http/report-query.server";
import { loadPosts } from "~/models/reporting/posts-report.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, page, status, mayExport } = await reportAtTheDoor({
    request,
    context,
  });
  const show = readChoice(request, "show", POSTS_SHOWN);
  const view = await loadPosts(viewer, { ...query, show, page }, language);
  if (!view || page > view.pages) throw notFound();
  const title = await pageTitle(request, context, "reports:posts.title");
  return data({ title, query, dateProblem, view, mayExport, show, page }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Posts() {
  const { query, dateProblem, view, mayExport, show, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/posts";
  const shown = show === "vacant" ? null : show;
  const { oneStop } = view;
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t("reports:posts.title")}
      lead={t("reports:posts.lead", {
        count: oneStop.posts,
        covered: oneStop.covered,
        missing: oneStop.filled - oneStop.covered,
        vacant: oneStop.vacant,
      })}
      meta={t("reports:posts.vacantLead", { count: view.vacant })}
      keep={{ show: shown }}
      downloads={mayExport && view.total > 0 ? "posts" : null}
    >
      <Section
        className="section"
        title={t("reports:posts.counter")}
        meta={oneStop.programmes.map(({ label }) => label).join("; ") || t("reports:posts.noProgramme")}
      >
        <CounterFigures
          oneStop={oneStop}
          vacant={view.vacant}
          current={show}
          hrefOf={(other) => `${reportAddress(path, query, { show: other === "vacant" ? null : other })}#list`}
        />
      </Section>
      <Section
        id="list"
        className="section"
        title={t(`reports:posts.show.${show}`)}
        meta={t("reports:posts.count", { count: view.total })}
      >
        <PostRows lines={view.lines} hrefOf={(person) => recordAddress(`/people/${person}`, query)} />
        <Pages page={page} count={view.pages} hrefOf={pageAddresses(path, query, { show: shown })} />
      </Section>
    </ReportFrame>
  );
}
