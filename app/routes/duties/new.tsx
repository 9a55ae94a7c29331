import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { DutyOrderForm } from "~/components/duty-order-form";
import { DutyOrderPreview } from "~/components/duty-order-preview";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { readOrderForm, readSelection, selectionFields } from "~/http/duty-order-form.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { carryOutOrder, previewOrder } from "~/models/duties/duty-order.server";
import { orderSubjects } from "~/models/duties/order-subjects.server";
import { newPublicId } from "~/models/public-id.server";
import { assignableOptions } from "~/models/rules/rule-choices.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "assign-duties");
  const language = languageOf(request, viewer);
  const selection = readSelection(new URL(request.url).searchParams);
  const subjects = await orderSubjects(viewer, selection, today(), language);
  if (!subjects) throw notFound();
  return {
    title: await pageTitle(request, context, "rules:duties.title"),
    selection: [...selectionFields(selection), { name: "once", value: newPublicId() }],
    count: subjects.members.length,
    names: subjects.members.slice(0, 5).map(({ fullName }) => fullName),
    assignable: await assignableOptions(today(), language),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "assign-duties");
  const language = languageOf(request, viewer);
  const sent = await request.formData();
  const selection = readSelection(sent);
  const { act, typed, problems, order, words, once, seal } = readOrderForm(sent);
  if (!order) return data({ typed, problems, trouble: null, preview: null }, 400);
  if (seal !== null) {
    const outcome = await carryOutOrder(viewer, selection, order, {
      ...words,
      seal,
      at: now(),
      onceKey: once,
      language,
    });
    if (outcome.kind === "not-found") throw notFound();
    if (outcome.kind === "done") return redirect(`/duties/changes/${outcome.changeId}?done=1`);
  }
  const preview = await previewOrder(viewer, selection, order, today(), language);
  if (!preview) return data({ typed, problems: [], trouble: "nobody" as const, preview: null }, 400);
  const assigned =
    (await assignableOptions(today(), language)).find(({ value }) => value === typed.assigns)?.label ?? "";
  const fields = [
    ...selectionFields(selection),
    ...Object.entries(typed).map(([name, value]) => ({ name, value })),
    { name: "once", value: once },
    { name: "seal", value: preview.seal },
  ];
  const shown = { act, assigned, fields, reached: preview.reached, refused: preview.refused };
  const trouble = seal === null ? null : ("changed-meanwhile" as const);
  return data({ typed, problems: [], trouble, preview: shown }, trouble === null ? 200 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const BACK = "/hr/certification";

export default function NewDuties() {
  const { selection, count, names, assignable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const errors = [
    ...(answer?.trouble ? [{ message: t(`rules:duties.trouble.${answer.trouble}`) }] : []),
    ...(answer?.problems ?? []).map((problem) => ({ fieldId: problem, message: t(`rules:duties.problem.${problem}`) })),
  ];
  const here = `/duties/new?${new URLSearchParams(selection.filter(({ name }) => name !== "once").map(({ name, value }) => [name, value]))}`;
  return (
    <main id="main" className={answer?.preview ? "wrap" : "narrow"}>
      <Crumbs items={[{ label: t("hr:certification.title"), href: BACK }, { label: t("rules:duties.title") }]} />
      <ErrorSummary errors={errors} />
      {answer?.preview ? (
        <>
          <PageTitle
            title={t(`rules:duties.previewOf.${answer.preview.act}`)}
            lead={t("rules:duties.previewLead", {
              count: answer.preview.reached.length,
              refused: answer.preview.refused.length,
            })}
            meta={`${answer.typed.reason} · ${answer.typed.document}`}
          />
          <DutyOrderPreview preview={answer.preview} back={here} />
        </>
      ) : count === 0 ? (
        <>
          <PageTitle title={t("rules:duties.title")} />
          <EmptyState title={t("rules:duties.nobody")} level={2}>
            <p>{t("rules:duties.nobodyText")}</p>
          </EmptyState>
        </>
      ) : (
        <>
          <PageTitle
            title={t("rules:duties.title")}
            lead={t("rules:duties.chosen", { count })}
            meta={names.join(", ") + (count > names.length ? "…" : "")}
          />
          <DutyOrderForm
            selection={selection}
            typed={answer?.typed ?? {}}
            problems={answer?.problems ?? []}
            assignable={assignable}
            back={BACK}
          />
        </>
      )}
    </main>
  );
}
