import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ActList } from "~/components/reorganisation/act-list";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { PlanTitle } from "~/components/reorganisation/plan-title";
import { PLAN_TOASTS, PlanToast } from "~/components/reorganisation/plan-toast";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { planPage } from "~/models/organisation/plan-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const language = languageOf(request, viewer);
  const view = await planPage(viewer, params.id ?? "", today(), language);
  if (!view) throw notFound();
  if (view.found.changeId !== null) throw redirect(`/reorganisations/changes/${view.found.changeId}`);
  return { title: `${view.page.title[language]} · Cầu Nối`, plan: view.page, done: readDone(request, PLAN_TOASTS) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reorganisation() {
  const { plan, done } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/${plan.publicId}`;
  const title = i18n.language === "en" ? plan.title.en : plan.title.vi;
  const wrong = plan.acts.filter((act) => act.problems.length > 0).length;
  return (
    <main id="main" className="wrap">
      <PlanCrumbs trail={[{ label: title }]} />
      <PlanToast done={done} href={href} />
      <PlanTitle head={plan} when={plan.when}>
        {plan.note && <p>{plan.note}</p>}
        <p>
          <Anchor className="tap" href={`${href}/edit`}>
            {t("reorganisation:plan.editHead")}
          </Anchor>
        </p>
      </PlanTitle>
      <Section
        className="section"
        title={t("reorganisation:plan.acts", { count: plan.acts.length })}
        meta={wrong > 0 ? t("reorganisation:plan.wrong", { count: wrong }) : t("reorganisation:plan.order")}
      >
        {plan.acts.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("reorganisation:plan.none")}>
              <p>{t("reorganisation:plan.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <ActList href={href} acts={plan.acts} savedAt={plan.savedAt} />
        )}
      </Section>
      <p className="row section">
        {plan.acts.length > 0 && (
          <LinkButton href={`${href}/preview`} iconAfter="right">
            {t("reorganisation:plan.preview")}
          </LinkButton>
        )}
        <LinkButton href={`${href}/acts/new`} variant={plan.acts.length > 0 ? "secondary" : "primary"}>
          {t("reorganisation:plan.add")}
        </LinkButton>
      </p>
      <p className="section-s">
        <Anchor className="tap" href={`${href}/discard`}>
          {t("reorganisation:plan.discard")}
        </Anchor>
      </p>
    </main>
  );
}
