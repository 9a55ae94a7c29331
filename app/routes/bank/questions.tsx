import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { BankFilter } from "~/components/bank/bank-filter";
import { ExportLinks } from "~/components/bank/export-links";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { requireBankReader } from "~/http/bank-at-the-door.server";
import { bankFilterQuery, readBankFilter } from "~/http/bank-filter.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { bankPage, QUESTIONS_PAGE } from "~/models/bank/bank-list.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireBankReader(request, context);
  const filter = readBankFilter(request);
  const bank = await bankPage(viewer, params.slug ?? "", filter, today(), languageOf(request, viewer));
  if (!bank || (filter.page > 1 && bank.lines.length === 0)) throw notFound();
  return {
    title: await pageTitle(request, context, "bank:list.title", { course: bank.title }),
    filter,
    query: bankFilterQuery(filter),
    statistics: hasPower(viewer, "see-statistics"),
    files: hasPower(viewer, "see-course-sources"),
    pages: Math.max(1, Math.ceil(bank.total / QUESTIONS_PAGE)),
    bank,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Questions() {
  const { filter, query, pages, bank, statistics, files } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("bank:title"), href: "/bank" }, { label: bank.title }]} />
      <PageTitle
        title={t("bank:list.title", { course: bank.title })}
        lead={t("bank:list.lead", { count: bank.all })}
        actions={
          bank.may.edit && (
            <LinkButton href={`/bank/${bank.slug}/questions/new`} icon="pen">
              {t("bank:new.title")}
            </LinkButton>
          )
        }
      />
      {(bank.may.edit || statistics) && (
        <p className="row">
          {bank.may.edit && (
            <Anchor className="tap" href={`/bank/${bank.slug}/import`}>
              {t("bank:list.bringIn")}
            </Anchor>
          )}
          {statistics && (
            <Anchor className="tap" href={`/exams/${bank.slug}/statistics`}>
              {t("bank:list.statistics")}
            </Anchor>
          )}
        </p>
      )}
      <BankFilter filter={filter} tags={bank.tags} competencies={bank.competencies} />
      <Section className="section-s" title={t("bank:list.found", { count: bank.total })}>
        {bank.lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("bank:list.none")} />
          </div>
        ) : (
          <Rows>
            {bank.lines.map((line) => (
              <Row
                key={line.key}
                title={line.stem}
                href={`/bank/${line.bank}/questions/${line.key}`}
                meta={
                  <>
                    {[
                      t(`bank:type.${line.type}`),
                      line.competency,
                      t(`bank:difficulty.${line.difficulty}`),
                      t(`bank:purpose.${line.purpose}`),
                      ...line.tags,
                    ].join(" · ")}
                    <br />
                    {line.citation}
                    {line.bank !== bank.slug && ` · ${t("bank:list.drawn")}`}
                    {line.edited && ` · ${t("bank:list.edited")}`}
                  </>
                }
                end={
                  line.status === "retired" ? (
                    <Badge>{t("bank:status.retired")}</Badge>
                  ) : (
                    !line.citable && (
                      <Badge tone="warn" icon="alert">
                        {t("bank:list.notCitable")}
                      </Badge>
                    )
                  )
                }
              />
            ))}
          </Rows>
        )}
        <Pages
          page={filter.page}
          count={pages}
          hrefOf={(page) => `/bank/${bank.slug}?${[query, `page=${page}`].filter(Boolean).join("&")}`}
        />
      </Section>
      {files && (
        <Section className="section" title={t("bank:list.download")} small>
          <ExportLinks slug={bank.slug} />
        </Section>
      )}
    </main>
  );
}
