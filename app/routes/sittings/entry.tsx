import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { EntryFields, EntryStanding } from "~/components/sittings/entry-fields";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { now } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingAtTheDoor } from "~/http/sitting-at-the-door.server";
import { typedFields } from "~/http/sitting-form.server";
import { enterSheet, entryPage } from "~/models/sittings/paper-entry.server";

const MOST_ITEMS = 200;

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, sitting } = await sittingAtTheDoor(given);
  const entry = await entryPage(viewer, sitting.sitting, given.params.number ?? "", now());
  if (!entry) throw notFound();
  const title = await pageTitle(given.request, given.context, "exams:entry.of", { number: entry.number });
  return { title, sitting, entry };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, sitting } = await sittingAtTheDoor(given);
  const number = given.params.number ?? "";
  const { typed } = await typedFields(given.request);
  const letters: Record<string, string> = {};
  for (let item = 1; item <= MOST_ITEMS; item += 1) {
    const text = typed[`a${item}`];
    if (text !== undefined) letters[item] = text;
  }
  const outcome = await enterSheet(viewer, sitting.sitting, number, { code: typed.code ?? "", letters }, now());
  const list = `/exams/sittings/${sitting.sitting}/entry`;
  if (!outcome.ok) {
    if ("items" in outcome) return data({ refusal: null, items: outcome.items, typed }, 400);
    if (outcome.refusal === "not-found") throw notFound();
    return data({ refusal: outcome.refusal, items: [], typed }, outcome.refusal === "no-such-code" ? 400 : 409);
  }
  if (outcome.stands === "differs") return redirect(`${list}/${number}`);
  return redirect(`${list}?done=${outcome.stands}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Entry() {
  const { sitting, entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = [
    ...(answer?.refusal
      ? [
          {
            message: t(`exams:entry.refusal.${answer.refusal}`),
            fieldId: answer.refusal === "no-such-code" ? "code" : undefined,
          },
        ]
      : []),
    ...(answer?.items ?? []).map(({ item, problem }) => ({
      fieldId: `a${item}`,
      message: t(`exams:entry.wrong.${problem}`, { number: item }),
    })),
  ];
  return (
    <main id="main" className="narrow">
      <SittingCrumbs sitting={sitting} here={t("exams:entry.of", { number: entry.number })} />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t("exams:entry.heading", { number: entry.number, name: entry.name })}
        lead={t("exams:entry.how")}
      />
      <EntryStanding entry={entry} />
      {!entry.recorded && !entry.full && (
        <Form method="post" className="flow section-s">
          <EntryFields entry={entry} typed={answer?.typed ?? null} problems={problems} />
          <div className="row">
            <Button>{t("exams:entry.submit")}</Button>
            <LinkButton href={`/exams/sittings/${sitting.sitting}/entry`} variant="secondary">
              {t("exams:act.cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}
