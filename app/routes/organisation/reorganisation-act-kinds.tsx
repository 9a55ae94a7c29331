import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { PageTitle } from "~/components/page-title";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { Row, Rows } from "~/components/rows";
import { today } from "~/config/clock.server";
import { ACT_KINDS, ACTS_FOR_ALL } from "~/domain/organisation/act-values";
import { pageTitle } from "~/http/page-title.server";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { planScope } from "~/models/organisation/plan-scope.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, found } = await requirePlan(given);
  const { all } = await planScope(viewer, today());
  const unit = new URL(given.request.url).searchParams.get("unit") ?? "";
  return {
    title: await pageTitle(given.request, given.context, "reorganisation:kinds.title"),
    publicId: found.publicId,
    name: found.plan.title,
    kinds: ACT_KINDS.filter((kind) => all || !ACTS_FOR_ALL.includes(kind)),
    query: /^[0-9a-z]{1,40}$/.test(unit) ? `?unit=${unit}` : "",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ActKinds() {
  const { publicId, name, kinds, query } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/${publicId}`;
  return (
    <main id="main" className="wrap">
      <PlanCrumbs
        trail={[
          { label: i18n.language === "en" ? name.en : name.vi, href },
          { label: t("reorganisation:kinds.title") },
        ]}
      />
      <PageTitle title={t("reorganisation:kinds.title")} lead={t("reorganisation:kinds.lead")} />
      <Rows columns={2}>
        {kinds.map((kind) => (
          <Row
            key={kind}
            heading={2}
            title={t(`reorganisation:kind.${kind}.title`)}
            href={`${href}/acts/new/${kind}${query}`}
            meta={t(`reorganisation:kind.${kind}.text`)}
          />
        ))}
      </Rows>
      <p className="section">
        <LinkButton href={href} variant="secondary">
          {t("reorganisation:cancel")}
        </LinkButton>
      </p>
    </main>
  );
}
