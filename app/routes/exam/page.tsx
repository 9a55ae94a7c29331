import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button } from "~/components/button";
import { Check, Choice, Choices } from "~/components/choice";
import { EmptyState } from "~/components/empty-state";
import { ExamBar } from "~/components/exam-bar";
import { ExamMasthead } from "~/components/masthead";
import { Pager } from "~/components/pager";
import { Palette } from "~/components/palette";
import { SectionHead } from "~/components/section-head";
import { useExamSaving } from "~/components/use-exam-saving";
import { useTimeLeft } from "~/components/use-time-left";
import { now } from "~/config/clock.server";
import { takesSeveral } from "~/domain/assessment/answer";
import { itemsOnPage, pageCount, pageOfItem } from "~/domain/assessment/learner-paper";
import { writeShownAnswer } from "~/domain/assessment/shown-answer";
import { showTime } from "~/domain/time/civil-date";
import { readExamForm } from "~/http/exam-form.server";
import { languageOf } from "~/http/language.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { saveResponses } from "~/models/assessment/save-responses.server";

export const handle = { bare: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const attempt = await loadAttempt(viewer, params.id ?? "", now());
  if (!attempt) throw notFound();
  if (attempt.phase === "ended") throw redirect(`/attempts/${attempt.publicId}/result`);
  const language = languageOf(request, viewer);
  const person = viewer.fullName;
  if (attempt.phase === "closing") return { phase: "closing" as const, publicId: attempt.publicId, person, title: "" };
  const { paper, answers } = attempt;
  const asked = z.coerce.number().int().min(1).max(pageCount(paper)).catch(1);
  const page = asked.parse(new URL(request.url).searchParams.get("page") ?? 1);
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  const answerOf = (item: number) => ({
    tokens: given.get(item)?.tokens ?? [],
    flagged: given.get(item)?.flagged ?? false,
  });
  return {
    phase: "running" as const,
    publicId: attempt.publicId,
    person,
    title: paper.title[language],
    page,
    pages: pageCount(paper),
    total: paper.items.length,
    secondsLeft: attempt.secondsLeft,
    endsAt: showTime(attempt.deadlineAt),
    items: itemsOnPage(paper, page).map((item) => ({
      number: item.number,
      several: takesSeveral(item),
      stem: item.stem[language],
      options: item.options.map(({ token, text }) => ({ token, text: text[language] })),
      ...answerOf(item.number),
    })),
    palette: paper.items.map(({ number }) => ({
      number,
      page: pageOfItem(paper, number),
      answered: answerOf(number).tokens.length > 0,
      flagged: answerOf(number).flagged,
    })),
  };
}

/** A plain form post saves the page's answers and goes where its button says: `to` is an item, or "end". */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = readExamForm(await request.formData());
  if (!form) throw badRequest();
  const id = params.id ?? "";
  const outcome = await saveResponses(viewer, id, form.saves, now());
  if (!outcome) throw notFound();
  if (!outcome.ok && outcome.refusal.code === "attempt-ended") return redirect(`/attempts/${id}/result`);
  if (!outcome.ok) throw badRequest();
  if (form.to === "end") return redirect(`/attempts/${id}/hand-in`);
  return redirect(`/attempts/${id}?page=${Math.ceil(form.to / form.perPage)}#q${form.to}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function ExamPage() {
  const data = useLoaderData<typeof loader>();
  // each page of the paper starts afresh, so that no answer of another page stays in its inputs
  return data.phase === "running" ? <Running key={data.page} {...data} /> : <Closing {...data} />;
}

function Closing({ publicId, person }: { publicId: string; person: string }) {
  const { t } = useTranslation();
  return (
    <>
      <ExamMasthead title={t("exam:page.timeUp")} person={person} />
      <main id="main" className="narrow">
        <h1 className="sr">{t("exam:page.timeUp")}</h1>
        <EmptyState title={t("exam:page.timeUp")} level={2}>
          <p>{t("exam:page.timeUpText")}</p>
          <p>
            <a className="btn" href={`/attempts/${publicId}/result`}>
              {t("exam:page.toResult")}
            </a>
          </p>
        </EmptyState>
      </main>
    </>
  );
}

const FORM = "paper";

type RunningData = Extract<Awaited<ReturnType<typeof loader>>, { phase: "running" }>;

function Running({ publicId, person, title, page, pages, total, secondsLeft, endsAt, items, palette }: RunningData) {
  const { t } = useTranslation();
  const left = useTimeLeft(secondsLeft, `/attempts/${publicId}/result`);
  const { save, answers, onChange } = useExamSaving(publicId, items);
  const last = items[items.length - 1]?.number ?? 0;
  const first = items[0]?.number ?? 1;
  const now = palette.map((item) => ({ ...item, ...answers.get(item.number) }));
  const perPage = Math.ceil(total / pages);
  return (
    <>
      <ExamMasthead title={title} person={person} />
      <ExamBar remainingSeconds={left} endsAt={endsAt} save={save} />
      <main id="main" className="wrap">
        <h1 className="sr">{t("exam:page.title", { title, page, pages })}</h1>
        <div className="aside-split">
          <Form method="post" id={FORM} className="flow-l" onChange={onChange}>
            <input type="hidden" name="perPage" value={perPage} />
            {items.map((item) => (
              <div key={item.number} id={`q${item.number}`} className="flow">
                <p className="kicker">{t("exam:page.question", { number: item.number, total })}</p>
                <input type="hidden" name={`s${item.number}`} value={writeShownAnswer(item)} />
                <Choices
                  legend={<span className="question">{item.stem}</span>}
                  hint={t(item.several ? "exam:page.chooseSeveral" : "exam:page.chooseOne")}
                >
                  {item.options.map((option) => (
                    <Choice
                      key={option.token}
                      type={item.several ? "checkbox" : "radio"}
                      name={`a${item.number}`}
                      value={option.token}
                      defaultChecked={item.tokens.includes(option.token)}
                    >
                      {option.text}
                    </Choice>
                  ))}
                </Choices>
                <Check name={`f${item.number}`} value="yes" defaultChecked={item.flagged}>
                  {t("exam:page.flag", { number: item.number })}
                </Check>
              </div>
            ))}
            <Pager
              forward={
                page < pages ? (
                  <Button name="to" value={last + 1} iconAfter="right">
                    {t("exam:page.next", { number: last + 1 })}
                  </Button>
                ) : (
                  <Button name="to" value="end" iconAfter="right">
                    {t("exam:page.review")}
                  </Button>
                )
              }
              back={
                page > 1 && (
                  <Button name="to" value={first - 1} variant="secondary" icon="left">
                    {t("exam:page.back", { number: first - 1 })}
                  </Button>
                )
              }
            />
          </Form>
          <section className="exam-side flow" aria-labelledby="questions">
            <SectionHead
              id="questions"
              title={t("exam:page.questions")}
              small
              meta={t("exam:page.answered", { done: now.filter(({ answered }) => answered).length, total })}
            />
            <Palette form={FORM} name="to" items={now.map((item) => ({ ...item, current: item.page === page }))} />
            <p className="meta">{t("exam:page.offlineHint")}</p>
            <p>
              <Button form={FORM} name="to" value="end" variant="secondary" stretch>
                {t("exam:page.review")}
              </Button>
            </p>
          </section>
        </div>
      </main>
    </>
  );
}
