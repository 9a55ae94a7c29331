import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { PageTitle } from "~/components/page-title";
import { InTheWay } from "~/components/reorganisation/in-the-way";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { UndoBringsBack } from "~/components/reorganisation/undo-brings-back";
import { Section } from "~/components/section";
import { now, today } from "~/config/clock.server";
import { readChangeId } from "~/http/change-id.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { carriedOutChange } from "~/models/organisation/carried-out-change.server";
import { mayUndo, undoReorganisation } from "~/models/organisation/undo-reorganisation.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const changeId = readChangeId(params.id);
  const change = await carriedOutChange(viewer, changeId, today(), languageOf(request, viewer));
  if (!change || !(await mayUndo(viewer, changeId, today()))) throw notFound();
  if (change.undone) throw redirect(`/reorganisations/changes/${changeId}`);
  return { title: await pageTitle(request, context, "reorganisation:undo.title"), change };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const changeId = readChangeId(params.id);
  const outcome = await undoReorganisation(viewer, changeId, now());
  if (!outcome) throw notFound();
  // a second send leads to where the first one led
  if (outcome.undone || outcome.code === "already-undone") {
    return redirect(`/reorganisations/changes/${changeId}?done=undone`);
  }
  return data({ inTheWay: outcome.inTheWay, later: outcome.code === "later-changes" }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function UndoChange() {
  const { change } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/changes/${change.changeId}`;
  const name = i18n.language === "en" ? change.title.en : change.title.vi;
  return (
    <main id="main" className="wrap">
      <PlanCrumbs trail={[{ label: name, href }, { label: t("reorganisation:undo.title") }]} />
      {refused ? (
        <div role="alert">
          <PageTitle
            title={t("reorganisation:undo.refused")}
            lead={t(refused.later ? "reorganisation:undo.refusedText" : "reorganisation:undo.refusedOther")}
          />
          {refused.inTheWay.length > 0 && (
            <Section title={t("reorganisation:undo.inTheWay")} meta={t("reorganisation:undo.inTheWayMeta")}>
              <InTheWay changes={refused.inTheWay} />
            </Section>
          )}
          <p className="section">
            <LinkButton href={href} variant="secondary">
              {t("reorganisation:undo.back")}
            </LinkButton>
          </p>
        </div>
      ) : (
        <>
          <PageTitle
            title={t("reorganisation:undo.title")}
            lead={t("reorganisation:undo.lead", { name })}
            meta={
              <>
                {t("reorganisation:change.from")} <CivilDate date={change.effective} /> · {change.document}
              </>
            }
          />
          <UndoBringsBack units={change.units} counts={change.counts} />
          <Form method="post">
            <p className="row section">
              <LinkButton href={href}>{t("reorganisation:undo.keep")}</LinkButton>
              <Button variant="danger">{t("reorganisation:undo.submit")}</Button>
            </p>
          </Form>
        </>
      )}
    </main>
  );
}
