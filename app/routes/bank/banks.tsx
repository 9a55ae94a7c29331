import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { BankCheck } from "~/components/bank/bank-check";
import { BankCounts } from "~/components/bank/bank-counts";
import { LinkButton } from "~/components/button";
import { Fold } from "~/components/fold";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import type { SectionCheck } from "~/domain/bank/bank-check";
import { requireBankReader } from "~/http/bank-at-the-door.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { bankOverview } from "~/models/bank/bank-overview.server";
import { keepsBanks } from "~/models/bank/bank-readers.server";
import { waitingProposals } from "~/models/bank/proposal-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireBankReader(request, context);
  const banks = await bankOverview(viewer, today(), languageOf(request, viewer));
  if (!banks) throw notFound();
  const [title, waiting] = await Promise.all([pageTitle(request, context, "bank:title"), waitingProposals(viewer)]);
  return { title, banks, waiting, keeps: keepsBanks(viewer) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const isEnough = (check: readonly Pick<SectionCheck, "state">[]) => check.every(({ state }) => state === "enough");

export default function Banks() {
  const { banks, waiting, keeps } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const all = banks.reduce((sum, { counts, drawn }) => sum + counts.all - drawn, 0);
  const short = banks.filter(({ check }) => !isEnough(check)).length;
  return (
    <main id="main" className="wrap">
      <PageTitle
        title={t("bank:title")}
        lead={t("bank:overview.lead", { count: all })}
        meta={short === 0 ? t("bank:overview.allEnough") : t("bank:overview.someShort", { count: short })}
        actions={
          keeps && (
            <LinkButton href="/bank/proposals" variant="secondary">
              {waiting > 0 ? t("bank:overview.waiting", { count: waiting }) : t("bank:proposals.title")}
            </LinkButton>
          )
        }
      />
      {banks.map(({ slug, title, counts, drawn, retired, open, check, names }) => (
        <Section
          key={slug}
          className="section"
          title={title}
          meta={
            <Anchor className="tap" href={`/bank/${slug}`}>
              {t("bank:overview.toList", { count: counts.all })}
            </Anchor>
          }
        >
          <p className="section-xs">
            {counts.purposes.map(({ purpose, count }) => t(`bank:overview.purpose.${purpose}`, { count })).join(" ")}
          </p>
          <p className="meta section-xs">
            {[
              drawn > 0 && t("bank:overview.drawn", { count: drawn }),
              retired > 0 && t("bank:overview.retired", { count: retired }),
              open > 0 && t("bank:overview.open", { count: open }),
            ]
              .filter(Boolean)
              .join(" ")}
          </p>
          <p className="section-xs">{t(isEnough(check) ? "bank:check.enough" : "bank:check.notEnough")}</p>
          <Fold summary={t("bank:check.title")} open={!isEnough(check)}>
            <BankCheck check={check} names={names} caption={t("bank:check.caption", { course: title })} />
          </Fold>
          <BankCounts counts={counts} names={names} />
        </Section>
      ))}
    </main>
  );
}
