import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { ProposalBadge } from "~/components/bank/proposal-badge";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { showCivilDate } from "~/domain/time/civil-date";
import { requireBankKeeper } from "~/http/bank-at-the-door.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { listProposals, PROPOSAL_LISTS, PROPOSALS_PAGE } from "~/models/bank/proposal-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireBankKeeper(request, context);
  const first = hasPower(viewer, "review-questions") ? "waiting" : "mine";
  const list = readChoice(request, "show", [first, ...PROPOSAL_LISTS]);
  const { page } = readReportQuery(request);
  const found = await listProposals(viewer, list, page, today(), languageOf(request, viewer));
  if (!found || (page > 1 && found.lines.length === 0)) throw notFound();
  const lists = PROPOSAL_LISTS.filter((each) => each !== "waiting" || hasPower(viewer, "review-questions"));
  const title = await pageTitle(request, context, "bank:proposals.title");
  return { title, list, lists, page, pages: Math.max(1, Math.ceil(found.counts[list] / PROPOSALS_PAGE)), ...found };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Proposals() {
  const { list, lists, page, pages, counts, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("bank:title"), href: "/bank" }, { label: t("bank:proposals.title") }]} />
      <PageTitle title={t("bank:proposals.title")} lead={t("bank:proposals.lead", { count: counts[list] })} />
      <nav aria-label={t("bank:proposals.lists")} className="row">
        {lists.map((each) => (
          <Anchor
            key={each}
            className="tap"
            href={`/bank/proposals?show=${each}`}
            aria-current={each === list ? "page" : undefined}
          >
            {t(`bank:proposals.list.${each}`, { count: counts[each] })}
          </Anchor>
        ))}
      </nav>
      <Section className="section-s" title={t(`bank:proposals.head.${list}`)}>
        {lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t(`bank:proposals.none.${list}`)} />
          </div>
        ) : (
          <Rows>
            {lines.map((line) => (
              <Row
                key={line.proposal}
                title={line.stem}
                href={`/bank/proposals/${line.proposal}`}
                meta={`${t(`bank:kind.${line.kind}`)} · ${line.course} · ${line.by}`}
                cells={[showCivilDate(line.on)]}
                end={<ProposalBadge state={line.state} />}
              />
            ))}
          </Rows>
        )}
        <Pages page={page} count={pages} hrefOf={(other) => `/bank/proposals?show=${list}&page=${other}`} />
      </Section>
    </main>
  );
}
