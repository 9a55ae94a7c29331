import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { ExamBar } from "~/components/exam-bar";
import { ExamMasthead } from "~/components/masthead";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Pager } from "~/components/pager";
import { Row, Rows } from "~/components/rows";
import { useTimeLeft } from "~/components/use-time-left";
import { now } from "~/config/clock.server";
import { pageOfItem } from "~/domain/assessment/learner-paper";
import { showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";

export const handle = { bare: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const attempt = await loadAttempt(viewer, params.id ?? "", now());
  if (!attempt) throw notFound();
  if (attempt.phase !== "running") throw redirect(`/attempts/${attempt.publicId}/result`);
  const { paper, answers } = attempt;
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  return {
    publicId: attempt.publicId,
    title: paper.title[languageOf(request, viewer)],
    person: viewer.fullName,
    secondsLeft: attempt.secondsLeft,
    endsAt: showTime(attempt.deadlineAt),
    total: paper.items.length,
    open: paper.items
      .map(({ number }) => ({
        number,
        page: pageOfItem(paper, number),
        answered: (given.get(number)?.tokens.length ?? 0) > 0,
        flagged: given.get(number)?.flagged ?? false,
      }))
      .filter(({ answered, flagged }) => !answered || flagged),
    answered: answers.filter(({ tokens }) => tokens.length > 0).length,
    lastPage: pageOfItem(paper, paper.items.length),
  };
}

/** Hands the paper in; a replay finds it handed in and shows the result. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!(await submitAttempt(viewer, params.id ?? "", now()))) throw notFound();
  return redirect(`/attempts/${params.id}/result`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function HandIn() {
  const { publicId, title, person, secondsLeft, endsAt, total, open, answered, lastPage } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const left = useTimeLeft(secondsLeft, `/attempts/${publicId}/result`);
  return (
    <>
      <ExamMasthead title={title} person={person} />
      <ExamBar remainingSeconds={left} endsAt={endsAt} />
      <main id="main" className="narrow flow">
        <PageTitle title={t("exam:handIn.title")} lead={t("exam:handIn.answered", { count: answered, total })} />
        {open.length > 0 ? (
          <Note tone="warn" title={t("exam:handIn.openTitle")} icon="flag">
            <Rows>
              {open.map((item) => (
                <Row
                  key={item.number}
                  title={t("exam:handIn.question", { number: item.number })}
                  href={`/attempts/${publicId}?page=${item.page}#q${item.number}`}
                  meta={[!item.answered && t("exam:handIn.unanswered"), item.flagged && t("exam:handIn.flagged")]
                    .filter(Boolean)
                    .join(", ")}
                />
              ))}
            </Rows>
          </Note>
        ) : (
          <p>{t("exam:handIn.complete")}</p>
        )}
        <p>{t("exam:handIn.final")}</p>
        <Form method="post">
          <Pager
            forward={<Button>{t("exam:handIn.submit")}</Button>}
            back={
              <LinkButton href={`/attempts/${publicId}?page=${lastPage}`} variant="secondary" icon="left">
                {t("exam:handIn.back")}
              </LinkButton>
            }
          />
        </Form>
      </main>
    </>
  );
}
