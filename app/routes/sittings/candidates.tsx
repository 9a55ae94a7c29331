import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { AddCandidates, LeftOut } from "~/components/sittings/add-candidates";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { sittingToManage } from "~/http/sitting-at-the-door.server";
import { readOnceKey, typedFields } from "~/http/sitting-form.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { newPublicId } from "~/models/public-id.server";
import { addCandidates, type CandidateSource, removeCandidates } from "~/models/sittings/candidates.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, language, sitting } = await sittingToManage(given);
  return {
    title: await pageTitle(given.request, given.context, "exams:sitting.add.title"),
    sitting,
    units: await unitOptions(viewer, "manage-exams", today(), language),
    onceKey: newPublicId(),
    done: readDone(given.request, ["planned", "added", "removed"]),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, sitting } = await sittingToManage(given);
  const { sent, typed } = await typedFields(given.request);
  const here = `/exams/sittings/${sitting.sitting}/candidates`;
  const empty = { added: 0, left: [], typed };
  if (typed.act === "remove") {
    const outcome = await removeCandidates(viewer, sitting.sitting, sent.getAll("person").map(String), now());
    if (outcome.ok) return redirect(`${here}?done=removed`);
    if (outcome.refusal === "not-found") throw notFound();
    return data({ ...empty, refusal: outcome.refusal }, 409);
  }
  const source = sourceOf(typed);
  if (!source) throw badRequest();
  const outcome = await addCandidates(viewer, sitting.sitting, source, now(), readOnceKey(typed));
  if (!outcome.ok) {
    if (outcome.refusal === "not-found") throw notFound();
    return data({ ...empty, refusal: outcome.refusal }, 400);
  }
  if (outcome.left.length === 0) return redirect(`${here}?done=added`);
  // some could not be added: the page says who and why, beside what was done
  return data({ refusal: null, added: outcome.added, left: outcome.left, typed: {} as Record<string, string> });
}

function sourceOf({ act, codes = "", unit = "" }: Record<string, string>): CandidateSource | null {
  if (act === "codes") return { kind: "codes", text: codes.slice(0, 20_000) };
  if (act === "unit" || act === "needing") return { kind: act, unit };
  return null;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Candidates() {
  const { sitting, units, onceKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { candidates } = sitting;
  const path = `/exams/sittings/${sitting.sitting}`;
  const errors = answer?.refusal ? [{ message: t(`exams:sitting.add.refusal.${answer.refusal}`) }] : [];
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <SittingCrumbs sitting={sitting} here={t("exams:sitting.add.title")} />
        {done && !answer && (
          <Toast tone="ok" closeHref={`${path}/candidates`}>
            {t(`exams:sitting.done.${done}`)}
          </Toast>
        )}
        <ErrorSummary errors={errors} />
        {answer && answer.left.length > 0 && <LeftOut added={answer.added} left={answer.left} />}
        <PageTitle
          title={t("exams:sitting.add.title")}
          lead={t("exams:sitting.add.lead", { count: candidates.length })}
          meta={t(sitting.state === "planned" ? "exams:sitting.add.numbering" : "exams:sitting.add.numbersStay")}
          actions={
            <LinkButton href={path} variant="secondary">
              {t("exams:sitting.add.back")}
            </LinkButton>
          }
        />
      </div>
      <AddCandidates onceKey={onceKey} units={units} typed={answer?.typed ?? {}} />
      {candidates.length > 0 && (
        <Section title={t("exams:sitting.candidates")}>
          <Form method="post">
            <input type="hidden" name="act" value="remove" />
            <Rows>
              {candidates.map((each) => (
                <Row
                  key={each.person}
                  lead={
                    each.state === "not-begun" && (
                      <label className="check">
                        <input type="checkbox" name="person" value={each.person} />
                        <span className="sr">{t("exams:sitting.add.choose", { name: each.name })}</span>
                      </label>
                    )
                  }
                  title={`${each.number} · ${each.name}`}
                  meta={[each.staffCode, each.unit].filter(Boolean).join(" · ")}
                  end={each.state === "not-begun" ? undefined : t(`exams:sitting.candidate.${each.state}`)}
                />
              ))}
            </Rows>
            <p className="row section-xs">
              <Button variant="secondary">{t("exams:sitting.add.remove")}</Button>
            </p>
          </Form>
        </Section>
      )}
    </main>
  );
}
