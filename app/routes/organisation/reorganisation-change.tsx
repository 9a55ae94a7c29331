import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { Button, LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { Facts } from "~/components/facts";
import { InBoth } from "~/components/in-both";
import { PageTitle } from "~/components/page-title";
import { ChangeCounts } from "~/components/reorganisation/change-counts";
import { Recorded } from "~/components/reorganisation/change-rows";
import { ChangeUnits } from "~/components/reorganisation/change-units";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { readChangeId } from "~/http/change-id.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { carriedOutChange } from "~/models/organisation/carried-out-change.server";
import { mayUndo } from "~/models/organisation/undo-reorganisation.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const language = languageOf(request, viewer);
  const changeId = readChangeId(params.id);
  const change = await carriedOutChange(viewer, changeId, today(), language);
  if (!change) throw notFound();
  return {
    title: `${change.title[language]} · Cầu Nối`,
    change,
    future: change.effective > today(),
    mayUndo: change.undone === null && (await mayUndo(viewer, changeId, today())),
    once: newPublicId(),
    done: readDone(request, ["carried-out", "undone"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Change() {
  const { change, future, mayUndo, once, done } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/changes/${change.changeId}`;
  const facts = [
    { term: t("reorganisation:change.from"), value: <CivilDate date={change.effective} /> },
    { term: t("reorganisation:head.document"), value: change.document ?? t("reorganisation:change.noDocument") },
    { term: t("reorganisation:done.by"), value: <Recorded change={change} /> },
    ...(change.undone
      ? [
          {
            term: t("reorganisation:change.undone"),
            value: <Recorded change={{ ...change.undone, onBehalfOf: null }} />,
          },
        ]
      : []),
    ...(change.note ? [{ term: t("reorganisation:head.note"), value: change.note }] : []),
  ];
  return (
    <main id="main" className="wrap">
      <PlanCrumbs trail={[{ label: i18n.language === "en" ? change.title.en : change.title.vi }]} />
      {done && (
        <Toast tone="ok" closeHref={href}>
          {t(`reorganisation:done.toast.${done}`)}
        </Toast>
      )}
      <PageTitle title={<InBoth text={change.title} />} lead={<ChangeCounts counts={change.counts} />}>
        <p className="row">
          {change.undone ? (
            <Badge>{t("reorganisation:change.undone")}</Badge>
          ) : (
            <Badge tone={future ? "info" : "ok"}>
              {t(future ? "reorganisation:list.upcoming" : "reorganisation:list.done")}
            </Badge>
          )}
        </p>
      </PageTitle>
      <div className="split-3-2 section">
        <div className="flow-l">
          <ChangeUnits units={change.units} undone={change.undone !== null} />
        </div>
        <div className="flow-l">
          <Facts items={facts} />
          {mayUndo && (
            <p>
              <LinkButton href={`${href}/undo`} variant="secondary">
                {t("reorganisation:undo.link")}
              </LinkButton>
            </p>
          )}
          {change.undone && change.plan && (
            <Form method="post" action={`${href}/again`}>
              <input type="hidden" name="once" value={once} />
              <Button variant="secondary" icon="pen">
                {t("reorganisation:done.again")}
              </Button>
            </Form>
          )}
        </div>
      </div>
    </main>
  );
}
