import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HandInReview, type HandInView } from "~/components/exam/hand-in-review";
import { questionLinks } from "~/components/questions/links";
import { now } from "~/config/clock.server";
import { isEmptyAnswer } from "~/domain/assessment/answer-value";
import { pageOfItem } from "~/domain/assessment/learner-paper";
import { showTime } from "~/domain/time/civil-date";
import { sourceOf } from "~/http/attempt-source.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { queueKey } from "~/models/assessment/queue-key.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";

export const handle = { bare: true };
export const links = questionLinks;

export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<HandInView> {
  const viewer = await requireViewer(request, context);
  const source = await sourceOf(request, context);
  const attempt = await loadAttempt(viewer, params.id ?? "", now(), { source, page: 0 });
  if (!attempt) throw notFound();
  const { publicId } = attempt;
  if (attempt.phase === "ended") throw redirect(`/attempts/${publicId}/result`);
  // what else stands in the way is said on the page of the exam
  if (attempt.phase !== "running") throw redirect(`/attempts/${publicId}`);
  const { paper, answers } = attempt;
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  const isAnswered = (item: number) => !isEmptyAnswer(given.get(item)?.value ?? []);
  return {
    publicId,
    title: paper.title[languageOf(request, viewer)],
    person: viewer.fullName,
    secondsLeft: attempt.secondsLeft,
    endsAt: showTime(attempt.deadlineAt),
    queueKey: queueKey(viewer, publicId),
    newest: attempt.newest,
    total: paper.items.length,
    answered: paper.items.filter(({ number }) => isAnswered(number)).length,
    lastPage: pageOfItem(paper, paper.items.length),
    open: paper.items
      .map(({ number }) => ({
        number,
        page: pageOfItem(paper, number),
        answered: isAnswered(number),
        flagged: given.get(number)?.flagged ?? false,
      }))
      .filter(({ answered, flagged }) => !answered || flagged),
  };
}

/** Hands the paper in; a replay finds it handed in and shows the result. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const source = await sourceOf(request, context);
  if (!(await submitAttempt(viewer, params.id ?? "", now(), { source }))) throw notFound();
  return redirect(`/attempts/${params.id}/result`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function HandIn() {
  return <HandInReview {...useLoaderData<typeof loader>()} />;
}
