import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AsOfProblemNote } from "~/components/as-of-problem";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { ReportDate } from "~/components/report-date";
import { Section } from "~/components/section";
import { PostRows } from "~/components/staffing/post-rows";
import { STAFFING_DONE, StaffingToast } from "~/components/staffing/staffing-toast";
import { recordAddress } from "~/domain/reporting/report-query";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { readChangeId } from "~/http/staffing-form.server";
import { requirePower } from "~/http/viewer.server";
import { loadEstablishment } from "~/models/staffing/establishment-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem } = readReportQuery(request);
  const page = await loadEstablishment(viewer, params.id ?? "", query, languageOf(request, viewer));
  if (!page) throw notFound();
  const title = `${page.unit.name} · Cầu Nối`;
  const done = readDone(request, STAFFING_DONE);
  return data(
    { title, query, dateProblem, page, done, change: readChangeId(request) },
    { status: dateProblem ? 400 : 200 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Posts() {
  const { query, dateProblem, page, done, change } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { unit, required, held, acting, vacant } = page;
  const href = `/units/${unit.publicId}/posts`;
  // what is changed, is changed as of today
  const mayChange = page.mayChange && query.asOf === query.today;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("people:units.title"), href: recordAddress("/units", query) },
          { label: unit.name, href: recordAddress(`/units/${unit.publicId}`, query) },
          { label: t("staffing:posts.crumb") },
        ]}
      />
      <StaffingToast done={done} change={change} href={href} />
      <AsOfProblemNote problem={dateProblem} />
      <PageTitle
        title={t("staffing:posts.title", { unit: unit.name })}
        lead={
          required === 0
            ? undefined
            : held === required
              ? t("staffing:posts.full", { count: required })
              : t("staffing:posts.lead", { count: required, held, acting, vacant })
        }
        meta={t("staffing:posts.meta")}
        actions={
          <ReportDate
            query={{ ...query, unit: null, position: null, programme: null }}
            label={t("staffing:posts.asOf")}
          >
            {mayChange && (
              <LinkButton href={`${href}/new`} variant="secondary">
                {t("staffing:posts.add")}
              </LinkButton>
            )}
          </ReportDate>
        }
      />
      {page.positions.length === 0 && (
        <EmptyState title={t("staffing:posts.none")} level={2}>
          <p>{t("staffing:posts.noneText")}</p>
        </EmptyState>
      )}
      {page.positions.map((position) => (
        <Section
          key={position.key}
          className="section"
          title={position.title}
          meta={t("staffing:posts.count", { count: position.posts.length })}
        >
          <PostRows posts={position.posts} href={href} mayChange={mayChange} />
        </Section>
      ))}
    </main>
  );
}
