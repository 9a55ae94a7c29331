import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActList } from "~/components/act-list";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { RuleCondition } from "~/components/rule-condition";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadRule, rulesPower } from "~/models/rules/rules-page.server";

const DONE = ["saved", "activated", "retired"] as const;
const ACTS = ["rule-drafted", "rule-changed", "rule-activated", "rule-retired", "undo"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (rulesPower(viewer) === null) throw notFound();
  const rule = await loadRule(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!rule) throw notFound();
  const asked = new URL(request.url).searchParams.get("done");
  const done = DONE.find((each) => each === asked) ?? null;
  const history = rule.history.map((act) => ({
    ...act,
    kind: ACTS.find((kind) => kind === act.kind) ?? "rule-changed",
  }));
  return { title: await pageTitle(request, context, "rules:list.title"), rule, history, done };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Rule() {
  const { rule, history, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = `/rules/${rule.id}`;
  const running = rule.standing === "active" || rule.standing === "planned";
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("rules:list.title"), href: "/rules" }, { label: rule.title }]} />
      {done && (
        <Toast tone="ok" closeHref={path}>
          {t(`rules:done.${done}`)}
        </Toast>
      )}
      <PageTitle title={rule.title} lead={t("rules:page.people", { count: rule.people })}>
        <p className="row">
          <Badge tone={rule.standing === "active" ? "ok" : rule.standing === "planned" ? "info" : undefined}>
            {t(`rules:state.${rule.standing}`)}
          </Badge>
          {rule.fromFiles && <span className="meta">{t("rules:list.fromFiles")}</span>}
        </p>
      </PageTitle>
      <div className="split-3-2">
        <Section title={t("rules:page.what")}>
          <Facts
            items={[
              { term: t("rules:form.assigns"), value: rule.programme },
              { term: t("rules:page.due"), value: t("rules:page.dueDays", { count: rule.dueDays }) },
              { term: t("rules:page.reason"), value: rule.reason },
              { term: t("rules:page.issuer"), value: rule.issuer },
              { term: t("rules:order.document"), value: rule.document },
              { term: t("rules:form.from"), value: showCivilDate(rule.from) },
              ...(rule.until ? [{ term: t("rules:page.until"), value: showCivilDate(rule.until) }] : []),
              ...(rule.replaces
                ? [
                    {
                      term: t("rules:form.replaces"),
                      value: <Anchor href={`/rules/${rule.replaces.id}`}>{rule.replaces.title}</Anchor>,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
        <Section title={t("rules:form.who")}>
          <div className="section-s prose">
            <RuleCondition condition={rule.condition} names={rule.names} />
          </div>
        </Section>
      </div>
      {rule.keeps && (
        <p className="row section-s">
          {rule.standing === "draft" && (
            <>
              <LinkButton href={`${path}/preview`}>{t("rules:page.preview")}</LinkButton>
              <LinkButton href={`${path}/edit`} variant="secondary" icon="pen">
                {t("rules:page.edit")}
              </LinkButton>
            </>
          )}
          {running && (
            <>
              <LinkButton href={`/rules/new?from=${rule.id}`} variant="secondary" icon="pen">
                {t("rules:page.replace")}
              </LinkButton>
              <LinkButton href={`${path}/retire`} variant="secondary">
                {t("rules:page.retire")}
              </LinkButton>
            </>
          )}
        </p>
      )}
      {history.length > 0 && (
        <Section className="section" title={t("rules:page.history")}>
          <ActList
            acts={history.map((act) => ({ ...act, title: t(`rules:act.kind.${act.kind}`) }))}
            hrefOf={rule.keeps ? (id) => `/rules/changes/${id}` : undefined}
          />
        </Section>
      )}
    </main>
  );
}
