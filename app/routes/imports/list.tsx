import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ImportBadge } from "~/components/imports/import-badge";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { IMPORTS_PAGE, listImports } from "~/models/imports/list-imports.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "import-people");
  const { page } = readReportQuery(request);
  const { imports, total } = await listImports(viewer, page, now());
  if (page > 1 && imports.length === 0) throw notFound();
  const title = await pageTitle(request, context, "imports:list.title");
  return { title, imports, page, pages: Math.ceil(total / IMPORTS_PAGE) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Imports() {
  const { imports, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <PageTitle
        title={t("imports:list.title")}
        lead={t("imports:list.lead")}
        actions={
          <LinkButton href="/imports/new" icon="file">
            {t("imports:list.new")}
          </LinkButton>
        }
      />
      <Section className="section" title={t("imports:list.files")}>
        {imports.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("imports:list.none")}>
              <p>{t("imports:list.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <Rows>
            {imports.map((each) => (
              <Row
                key={each.publicId}
                title={each.fileName || t("imports:list.unnamed")}
                href={`/imports/${each.publicId}`}
                meta={[
                  t(`imports:fileKind.${each.kind}`),
                  t("imports:list.by", {
                    when: `${showTime(each.at)} ${showCivilDate(civilDateOf(each.at))}`,
                    name: each.by,
                  }),
                ].join(" · ")}
                end={<ImportBadge state={each.state} />}
              />
            ))}
          </Rows>
        )}
        <Pages page={page} count={pages} hrefOf={(to) => `/imports?page=${to}`} />
      </Section>
    </main>
  );
}
