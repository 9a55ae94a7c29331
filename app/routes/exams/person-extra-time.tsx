import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ExtraTimeEnd, ExtraTimeForm } from "~/components/exams/extra-time-form";
import { Note } from "~/components/note";
import { Section } from "~/components/section";
import { PersonPage } from "~/components/staffing/person-page";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { MOST_EXTRA_PERCENT } from "~/domain/assessment/attempt-acts";
import { addDays } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { dateValue, documentValue, optionalDateValue } from "~/http/form-values.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { personForAct } from "~/models/assessment/attempt-for-act.server";
import { endExtraTime, extraTimeOf, giveExtraTime } from "~/models/assessment/extra-time.server";
import { newPublicId } from "~/models/public-id.server";

const onceKey = z.string().regex(/^[0-9a-z]{1,40}$/);
const giveForm = z.object({
  onceKey,
  percent: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_EXTRA_PERCENT)),
  from: dateValue,
  lastDay: optionalDateValue,
  document: documentValue,
});
const endForm = z.object({ onceKey, id: z.coerce.number().int().positive(), on: dateValue, document: documentValue });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const id = params.id ?? "";
  const found = await personForAct(viewer, id, now(), languageOf(request, viewer));
  const spans = await extraTimeOf(viewer, id, today());
  if (!found || !spans) throw notFound();
  const title = await pageTitle(request, context, "exams:extraTime.title");
  const done = readDone(request, ["given", "ended"]);
  return { title, ...found, spans, done, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const id = params.id ?? "";
  const typed = Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]));
  if (!onceKey.safeParse(typed.onceKey).success) throw badRequest();
  const ends = typed.act === "end";
  const read = (ends ? endForm : giveForm).safeParse(typed);
  const wrong = read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  if (!read.success) return data({ wrong, refusal: null, typed }, 400);
  const outcome =
    "percent" in read.data
      ? await giveExtraTime(viewer, id, {
          ...read.data,
          validFrom: read.data.from,
          validTo: read.data.lastDay && addDays(read.data.lastDay, 1),
          at: now(),
        })
      : await endExtraTime(viewer, id, { ...read.data, lastDay: read.data.on, at: now() });
  if (outcome.ok) return redirect(`/people/${id}/extra-time?done=${ends ? "ended" : "given"}`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const FIELDS = ["percent", "from", "lastDay", "on", "document"] as const;

export default function PersonExtraTime() {
  const { person, own, spans, done, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const ending = typed.act === "end" ? typed.id : null;
  // two forms may stand on the page: the fields of the one that ends carry its number
  const problems = [
    ...FIELDS.filter((field) => answer?.wrong.includes(field)).map((field) => ({
      fieldId: ending ? `${field}-${ending}` : field,
      message: t(`exams:extraTime.wrong.${field}`),
    })),
    ...(answer?.refusal ? [{ message: t(`exams:extraTime.refusal.${answer.refusal}`) }] : []),
  ];
  return (
    <PersonPage person={person} title={t("exams:extraTime.title")} lead={t("exams:extraTime.lead")} problems={problems}>
      {done && !answer && (
        <Toast tone="ok" closeHref={`/people/${person.person}/extra-time`}>
          {t(`exams:extraTime.done.${done}`)}
        </Toast>
      )}
      <Section title={t("exams:extraTime.inForce")}>
        {spans.length === 0 && <p className="section-s">{t("exams:extraTime.none")}</p>}
        {spans.map((span) => (
          <ExtraTimeEnd
            key={span.id}
            span={span}
            may={!own && (span.validTo === null || span.validTo > today)}
            today={today}
            onceKey={onceKey}
            typed={ending === String(span.id) ? typed : {}}
            problems={problems}
          />
        ))}
      </Section>
      <Section title={t("exams:extraTime.give")}>
        <div className="section-s">
          {own ? (
            <Note tone="warn" icon="alert" title={t("exams:act.ownTitle")}>
              <p>{t("exams:extraTime.refusal.own")}</p>
            </Note>
          ) : (
            <ExtraTimeForm
              onceKey={onceKey}
              today={today}
              typed={ending ? {} : typed}
              problems={problems}
              cancel="/exams/extra-time"
            />
          )}
        </div>
      </Section>
    </PersonPage>
  );
}
