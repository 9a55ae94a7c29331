import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { UndoPage } from "~/components/undo-page";
import { now, today } from "~/config/clock.server";
import { civilDateOf } from "~/domain/time/civil-date";
import { textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { loadRuleChange, undoRuleChange } from "~/models/rules/rule-changes.server";

function idOf(params: { id?: string }): number {
  if (!/^\d{1,15}$/.test(params.id ?? "")) throw notFound();
  return Number(params.id);
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-rules");
  const act = await loadRuleChange(viewer, idOf(params), today());
  if (!act) throw notFound();
  return { title: await pageTitle(request, context, `rules:act.kind.${act.kind}`), act };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-rules");
  const id = idOf(params);
  const note = textValue(500).safeParse(String((await request.formData()).get("note") ?? ""));
  const act = await loadRuleChange(viewer, id, today());
  if (!act) throw notFound();
  const outcome = await undoRuleChange(viewer, id, note.data ?? null, now());
  if (!outcome) throw notFound();
  if (!outcome.undone) {
    const because = outcome.because.map(({ title, at }) => ({ title: title ?? "", on: civilDateOf(at) }));
    return data({ trouble: outcome.code, because }, 409);
  }
  return redirect(act.kind === "calendar-changed" ? "/calendar?done=undone" : "/rules?done=undone");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RuleChange() {
  const { act } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const calendar = act.kind === "calendar-changed";
  const back = calendar ? "/calendar" : "/rules";
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: calendar ? t("rules:calendar.title") : t("rules:list.title"), href: back },
          { label: t(`rules:act.kind.${act.kind}`) },
        ]}
      />
      <UndoPage
        act={{ ...act, title: t(`rules:act.kind.${act.kind}`) }}
        trouble={refused?.trouble}
        because={refused?.because}
        back={back}
      />
    </main>
  );
}
