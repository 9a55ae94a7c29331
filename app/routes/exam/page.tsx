import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { EmptyState } from "~/components/empty-state";
import { heldPaper } from "~/components/exam/held-papers";
import { RunningExam } from "~/components/exam/running-exam";
import { TakenOver } from "~/components/exam/taken-over";
import { ExamMasthead } from "~/components/masthead";
import { questionLinks } from "~/components/questions/links";
import { now } from "~/config/clock.server";
import { itemsOnPage, pageCount } from "~/domain/assessment/learner-paper";
import { shownItem } from "~/domain/assessment/shown-item";
import { showTime } from "~/domain/time/civil-date";
import { sourceOf } from "~/http/attempt-source.server";
import { readExamForm } from "~/http/exam-form.server";
import { languageOf } from "~/http/language.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { queueKey } from "~/models/assessment/queue-key.server";
import { saveResponses } from "~/models/assessment/save-responses.server";

export const handle = { bare: true };
export const links = questionLinks;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const url = new URL(request.url);
  const asked = z.coerce
    .number()
    .int()
    .min(1)
    .catch(1)
    .parse(url.searchParams.get("page") ?? 1);
  const source = await sourceOf(request, context);
  const attempt = await loadAttempt(viewer, params.id ?? "", now(), { source, page: asked });
  if (!attempt) throw notFound();
  const { publicId } = attempt;
  if (attempt.phase === "ended") throw redirect(`/attempts/${publicId}/result`);
  const language = languageOf(request, viewer);
  const person = viewer.fullName;
  if (attempt.phase !== "running") {
    const { phase, courseSlug } = attempt;
    return { phase, publicId, courseSlug, person, title: "", reason: phase === "void" ? attempt.reason : "" };
  }
  const { paper, answers } = attempt;
  const page = Math.min(asked, pageCount(paper));
  return {
    phase: "running" as const,
    publicId,
    person,
    title: paper.title[language],
    page,
    pages: pageCount(paper),
    perPage: paper.perPage,
    total: paper.items.length,
    secondsLeft: attempt.secondsLeft,
    endsAt: showTime(attempt.deadlineAt),
    queueKey: queueKey(viewer, publicId),
    newest: attempt.newest,
    items: itemsOnPage(paper, page).map((item) => shownItem(item, language)),
    refused: Number(url.searchParams.get("refused")) || null,
    answers: answers.map(({ item, value, flagged }) => ({ item, value, flagged })),
  };
}

/** A plain form post saves the page's answers and goes where its button says: `to` is an item, or "end". */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = readExamForm(await request.formData());
  if (!form) throw badRequest();
  const id = params.id ?? "";
  const outcome = await saveResponses(viewer, id, form.saves, now(), { source: await sourceOf(request, context) });
  if (!outcome) throw notFound();
  // on the exam's own page it says so and offers the way back
  if (!outcome.ok && outcome.refusal.code === "other-device") return redirect(`/attempts/${id}`);
  if (!outcome.ok || outcome.late) return redirect(`/attempts/${id}/result`);
  const page = form.to === "end" ? 0 : Math.ceil(form.to / form.perPage);
  const refused = outcome.refused[0]?.item;
  if (refused !== undefined)
    return redirect(`/attempts/${id}?page=${Math.ceil(refused / form.perPage)}&refused=${refused}#q${refused}`);
  return redirect(page === 0 ? `/attempts/${id}/hand-in` : `/attempts/${id}?page=${page}#q${form.to}`);
}

/** With the whole paper at hand, pages turn without the server. */
export function shouldRevalidate({
  currentParams,
  nextParams,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const stays = currentParams.id === nextParams.id && formMethod === undefined;
  return stays && heldPaper(nextParams.id) ? false : defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function ExamPage() {
  const data = useLoaderData<typeof loader>();
  return data.phase === "running" ? <RunningExam key={data.publicId} {...data} /> : <Standing {...data} />;
}

type StandingData = Exclude<Awaited<ReturnType<typeof loader>>, { phase: "running" }>;

/** Time is up, or the exam goes on somewhere else, or it does not count. */
function Standing({ phase, publicId, courseSlug, person, reason }: StandingData) {
  const { t } = useTranslation();
  const titles = { closing: t("exam:page.timeUp"), elsewhere: t("exam:elsewhere.title"), void: t("exam:result.void") };
  const title = titles[phase];
  return (
    <>
      <ExamMasthead title={title} person={person} />
      <main id="main" className="narrow">
        <h1 className="sr">{title}</h1>
        {phase === "elsewhere" && <TakenOver publicId={publicId} />}
        {phase === "closing" && (
          <EmptyState title={title} level={2}>
            <p>{t("exam:page.timeUpText")}</p>
            <p>
              <a className="btn" href={`/attempts/${publicId}/result`}>
                {t("exam:page.toResult")}
              </a>
            </p>
          </EmptyState>
        )}
        {phase === "void" && (
          <EmptyState title={title} level={2}>
            <p>{t("exam:result.voidText", { reason })}</p>
            <p>
              <a className="btn" href={`/courses/${courseSlug}/exam`}>
                {t("exam:page.toExam")}
              </a>
            </p>
          </EmptyState>
        )}
      </main>
    </>
  );
}
