import { Form, useNavigate, useSearchParams } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isEmptyAnswer } from "~/domain/assessment/answer-value";
import { showTime } from "~/domain/time/civil-date";
import { Button } from "../button";
import { ExamMasthead } from "../masthead";
import { Note } from "../note";
import { Pager } from "../pager";
import { SectionHead } from "../section-head";
import { ExamBar } from "./exam-bar";
import { ExamItem } from "./exam-item";
import type { ExamView } from "./exam-view";
import { notePage } from "./held-papers";
import { Palette } from "./palette";
import { TakenOver } from "./taken-over";
import { useAnnouncements } from "./use-announcements";
import { useAnswers } from "./use-answers";
import { useHeldPaper } from "./use-held-paper";
import { useLeaveAtEnd } from "./use-leave-at-end";
import { useLive } from "./use-live";
import { useTimeLeft } from "./use-time-left";

const FORM = "paper";

/** A running exam: one page of its questions, the time, what is saved. Works as a plain form; with JavaScript without a line too. */
export function RunningExam(view: ExamView) {
  const { publicId, person, title, pages, perPage, total } = view;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const { left, set: setLeft } = useTimeLeft(view.secondsLeft);
  const [endsAt, setEndsAt] = useState(view.endsAt);
  const [takenOver, setTakenOver] = useState(false);
  const [blocked, setBlocked] = useState(0);
  const held = useHeldPaper(publicId);
  const { answers, report, newer, showHeldBack, flush } = useAnswers(form, view);
  useLive(publicId, view.newest, {
    deadline({ deadlineAt, secondsLeft, phase }) {
      if (phase === "ended" || phase === "void") return window.location.assign(`/attempts/${publicId}/result`);
      setLeft(secondsLeft);
      setEndsAt(showTime(deadlineAt));
      // the line is there again
      if (report && report.waiting > 0) void flush();
    },
    answer: (answer) => newer([answer]),
    elsewhere: () => setTakenOver(true),
  });
  const said = useAnnouncements(left, endsAt, report?.line);
  const over = left <= 0;
  useLeaveAtEnd(form, publicId, over, report, flush);

  // with the whole paper at hand its pages turn here; else the server has sent the page that was asked for
  const page = held ? Math.min(Math.max(Number(search.get("page") ?? 1) || 1, 1), pages) : view.page;
  const items = held ? held.items.slice((page - 1) * perPage, page * perPage) : view.items;
  const first = items[0]?.number ?? 1;
  const last = items[items.length - 1]?.number ?? 0;
  const here = `/attempts/${publicId}?page=${page}`;
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const palette = numbers.map((number) => {
    const answer = answers.get(number);
    return {
      number,
      answered: answer !== undefined && !isEmptyAnswer(answer.value),
      flagged: answer?.flagged ?? false,
      current: Math.ceil(number / perPage) === page,
    };
  });

  const turned = useRef(page);
  useEffect(() => {
    if (turned.current === page) return;
    turned.current = page;
    const asked = window.location.hash.slice(1);
    document.getElementById(asked || `q${first}`)?.focus();
    if (held) notePage(publicId, page);
  }, [page, first, held, publicId]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    const to = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value") ?? "";
    if (to !== "end" && !held) {
      // the server turns the page, and saves it on the way; without a line there is nothing to go to yet
      if (!navigator.onLine) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (to !== "end") return navigate(`/attempts/${publicId}?page=${Math.ceil(Number(to) / perPage)}#q${to}`);
    const waiting = await flush();
    setBlocked(waiting);
    if (waiting === 0) navigate(`/attempts/${publicId}/hand-in`);
  }

  return (
    <>
      <ExamMasthead title={title} person={person} />
      <ExamBar remainingSeconds={left} endsAt={endsAt} save={report} here={here} />
      <p className="sr" role="status">
        {said}
      </p>
      <main id="main" className="wrap">
        <h1 className="sr">{t("exam:page.title", { title, page, pages })}</h1>
        {(takenOver || report?.line === "other-device") && <TakenOver publicId={publicId} />}
        {blocked > 0 && report !== null && report.waiting > 0 && (
          <Note tone="warn" title={t("exam:page.notYetTitle", { count: report.waiting })} icon="alert">
            <p>{t("exam:page.notYet")}</p>
          </Note>
        )}
        <div className="aside-split">
          <Form method="post" id={FORM} ref={form} className="flow-l" onSubmit={onSubmit} autoComplete="off">
            <input type="hidden" name="perPage" value={perPage} />
            {items.map((item) => (
              <ExamItem
                key={item.number}
                item={item}
                total={total}
                answer={answers.get(item.number)}
                refused={view.refused === item.number}
                onShowNewer={showHeldBack}
              />
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
              meta={t("exam:page.answered", { done: palette.filter(({ answered }) => answered).length, total })}
            />
            <Palette form={FORM} name="to" items={palette} />
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
