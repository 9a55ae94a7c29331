import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Anchor } from "~/components/anchor";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingToManage } from "~/http/sitting-at-the-door.server";
import { readOnceKey, typedFields } from "~/http/sitting-form.server";
import { newPublicId } from "~/models/public-id.server";
import { MOST_PAPERS, makePapers, papersOf } from "~/models/sittings/paper-versions.server";

const howMany = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_PAPERS));

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, sitting } = await sittingToManage(given);
  if (sitting.mode !== "paper") throw notFound();
  return {
    title: await pageTitle(given.request, given.context, "exams:papers.title"),
    sitting,
    papers: await papersOf(viewer, sitting.sitting, now()),
    most: MOST_PAPERS,
    onceKey: newPublicId(),
    done: readDone(given.request, ["made"]),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, sitting } = await sittingToManage(given);
  const { typed } = await typedFields(given.request);
  const count = howMany.safeParse(typed.count ?? "");
  if (!count.success) return data({ problem: "count" as const, typed }, 400);
  const outcome = await makePapers(viewer, sitting.sitting, count.data, now(), readOnceKey(typed));
  if (outcome.ok) return redirect(`/exams/sittings/${sitting.sitting}/papers?done=made`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ problem: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Papers() {
  const { sitting, papers, most, onceKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const path = `/exams/sittings/${sitting.sitting}/papers`;
  const over = sitting.state === "over" || sitting.state === "closed";
  const message = answer && t(`exams:papers.problem.${answer.problem}`, { most });
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <SittingCrumbs sitting={sitting} here={t("exams:papers.title")} />
        {done && !answer && (
          <Toast tone="ok" closeHref={path}>
            {t("exams:papers.made")}
          </Toast>
        )}
        {message && <ErrorSummary errors={[{ fieldId: "count", message }]} />}
        <PageTitle title={t("exams:papers.title")} lead={t("exams:papers.lead")} meta={t("exams:papers.types")} />
      </div>
      <Section title={t("exams:papers.versions")}>
        {papers.length === 0 && (
          <div className="section-s">
            <EmptyState title={t("exams:papers.none")} />
          </div>
        )}
        <Rows>
          {papers.map(({ code, seal }) => (
            <Row
              key={code}
              heading={3}
              title={t("exams:papers.code", { code })}
              href={`${path}/${code}`}
              meta={<span className="seal">{t("exams:papers.seal", { seal })}</span>}
              end={
                over ? (
                  <Anchor className="tap" href={`${path}/${code}?key=1`}>
                    {t("exams:papers.key")}
                  </Anchor>
                ) : (
                  <span className="meta">{t("exams:papers.keySealed")}</span>
                )
              }
            />
          ))}
        </Rows>
      </Section>
      {!over && papers.length < most && (
        <Section title={t("exams:papers.make")}>
          <Form method="post" className="flow section-s">
            <input type="hidden" name="onceKey" value={onceKey} />
            <Field
              id="count"
              name="count"
              short
              inputMode="numeric"
              label={t("exams:papers.count")}
              hint={t("exams:papers.countHint", { most })}
              errors={message ? [message] : undefined}
              defaultValue={answer?.typed.count ?? "2"}
              maxLength={2}
              required
            />
            <Button>{t("exams:papers.submit")}</Button>
          </Form>
        </Section>
      )}
    </main>
  );
}
