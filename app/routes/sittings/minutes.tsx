import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { MinutesForm } from "~/components/sittings/minutes-form";
import { MinutesSheet } from "~/components/sittings/minutes-sheet";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { now } from "~/config/clock.server";
import { minutesOf } from "~/domain/assessment/sitting";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { optionalTextValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingAtTheDoor } from "~/http/sitting-at-the-door.server";
import { readOnceKey, typedFields } from "~/http/sitting-form.server";
import { newPublicId } from "~/models/public-id.server";
import { recordMinutes } from "~/models/sittings/minutes.server";

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingAtTheDoor(given);
  if (!sitting.mayAct) throw notFound();
  const print = new URL(given.request.url).searchParams.get("print") === "1";
  if (print && sitting.minutes === null) throw notFound();
  const title = await pageTitle(given.request, given.context, "exams:minutes.title");
  return { title, sitting, print, onceKey: newPublicId() };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, sitting } = await sittingAtTheDoor(given);
  const { sent, typed } = await typedFields(given.request);
  const text = (name: string, longest: number) => optionalTextValue(longest).safeParse(typed[name] ?? "");
  const invigilators = text("invigilators", 500);
  const incidents = text("incidents", 4000);
  const remarks = text("remarks", 4000);
  const wrong = [
    ...(["began", "ended"] as const).filter((name) => minutesOf(typed[name] ?? "") === null),
    ...(invigilators.success && invigilators.data !== null ? [] : (["invigilators"] as const)),
    ...(incidents.success ? [] : (["incidents"] as const)),
    ...(remarks.success ? [] : (["remarks"] as const)),
  ];
  const present = sent.getAll("present").map(String);
  if (wrong.length > 0) return data({ wrong, refusal: null, typed, present }, 400);
  const order = {
    began: (typed.began ?? "").trim(),
    ended: (typed.ended ?? "").trim(),
    invigilators: invigilators.data ?? "",
    incidents: incidents.data ?? "",
    remarks: remarks.data ?? "",
    present,
  };
  const outcome = await recordMinutes(viewer, sitting.sitting, order, now(), readOnceKey(typed));
  if (outcome.ok) return redirect(`/exams/sittings/${sitting.sitting}?done=minutes`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed, present }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Minutes() {
  const { sitting, print, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (print && sitting.minutes) return <MinutesSheet sitting={sitting} minutes={sitting.minutes} />;
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`exams:minutes.wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`exams:minutes.refusal.${answer.refusal}`) }] : []),
  ];
  const known = sitting.minutes?.content;
  const typed: Record<string, string> = answer?.typed ?? {
    began: known?.began ?? showTime(sitting.opensAt),
    ended: known?.ended ?? showTime(sitting.closesAt),
    invigilators: known?.invigilators ?? sitting.invigilator?.name ?? "",
    incidents: known?.incidents ?? "",
    remarks: known?.remarks ?? "",
  };
  return (
    <main id="main" className="narrow">
      <SittingCrumbs sitting={sitting} here={t("exams:minutes.title")} />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t("exams:minutes.title")}
        lead={t("exams:minutes.lead")}
        meta={
          sitting.minutes
            ? t("exams:minutes.version", {
                version: sitting.minutes.version,
                name: sitting.minutes.by,
                time: showTime(sitting.minutes.at),
                date: showCivilDate(civilDateOf(sitting.minutes.at)),
              })
            : undefined
        }
      />
      <MinutesForm
        sitting={sitting}
        onceKey={onceKey}
        typed={typed}
        present={answer?.present ?? known?.present ?? sitting.candidates.map(({ number }) => number)}
        problems={problems}
      />
    </main>
  );
}
