import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { AnswerValue } from "~/domain/assessment/answer-value";
import { isEmptyAnswer, sameAnswer } from "~/domain/assessment/answer-value";
import { flagName, itemOfField, readFormAnswer, shownName } from "~/domain/assessment/form-answer";
import { readShownAnswer } from "~/domain/assessment/shown-answer";
import { AnswerQueue, type QueueReport } from "./answer-queue";
import type { ExamView, KeptAnswer } from "./exam-view";
import type { NewerAnswer } from "./send-answers";

/** An item's answer as the page has it. */
export interface PageAnswer {
  value: AnswerValue;
  flagged: boolean;
  /** grows when it came from elsewhere: the fields are drawn anew */
  version: number;
  /** newer than what is shown, held back because the person is at this question */
  heldBack: KeptAnswer | null;
  /** why the server does not take it */
  refused: string | null;
}

/**
 * The answers of a running exam: what the server has, what waits on this device, what is being typed. Changes of the form's
 * fields go to the queue; what another page or device has answered comes in where the person is not busy.
 */
export function useAnswers(form: RefObject<HTMLFormElement>, { publicId, queueKey, newest, answers: kept }: ExamView) {
  const [answers, setAnswers] = useState<ReadonlyMap<number, PageAnswer>>(
    () => new Map(kept.map(({ item, value, flagged }) => [item, pageAnswer({ value, flagged })])),
  );
  const [report, setReport] = useState<QueueReport | null>(null);
  const queue = useRef<AnswerQueue | null>(null);

  const change = useCallback((item: number, news: (before: PageAnswer | undefined) => PageAnswer | undefined) => {
    setAnswers((before) => {
      const next = news(before.get(item));
      return next ? new Map(before).set(item, next) : before;
    });
  }, []);

  /** Shows what counts now; what the person is just working on is not touched, only offered. */
  const comeIn = useCallback(
    ({ item, value, flagged }: KeptAnswer) => {
      const busy = isBusyWith(item);
      if (!busy) queue.current?.forget(item);
      change(item, (before) => {
        if (before && sameAnswer(before.value, value) && before.flagged === flagged) {
          return { ...before, heldBack: null };
        }
        if (busy) return { ...(before ?? pageAnswer({})), heldBack: { item, value, flagged } };
        return pageAnswer({ value, flagged, version: (before?.version ?? 0) + 1 });
      });
    },
    [change],
  );

  const newer = useCallback(
    (came: readonly NewerAnswer[]) => {
      for (const answer of came) {
        queue.current?.sawResponse(answer.id);
        if (queue.current?.isOwn(answer.clientKey) || queue.current?.has(answer.item)) continue;
        comeIn(answer);
      }
    },
    [comeIn],
  );

  const take = useCallback(
    (item: number, value: AnswerValue, flagged: boolean, typed: boolean) => {
      queue.current?.add(item, value, flagged, typed);
      change(item, (before) => ({ ...(before ?? pageAnswer({})), value, flagged, heldBack: null, refused: null }));
    },
    [change],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: one queue for as long as the attempt's page is open
  useEffect(() => {
    const opened = new AnswerQueue(publicId, queueKey, newest, {
      report: setReport,
      newer,
      refused: (item, code) => change(item, (before) => before && { ...before, refused: code }),
    });
    queue.current = opened;
    void opened.open().then((waiting) => {
      // what an earlier page could not send is newer than what the server has shown
      for (const answer of waiting) if (queue.current === opened) comeIn(answer);
      const page = form.current;
      if (page) for (const answer of changedBeforeAlive(page)) take(answer.item, answer.value, answer.flagged, false);
    });
    return () => {
      opened.close();
      queue.current = null;
    };
  }, [publicId, queueKey]);

  // Native events, since those of the ordering's buttons are none of React's; and heard last of all, at the window: a select that
  // React holds has its new value only when React's own listener has run. Its `input` comes too early for that.
  useEffect(() => {
    const hear = (event: Event) => {
      const page = form.current;
      const field = event.target as HTMLInputElement;
      if (!page?.contains(field)) return;
      if (event.type === "input" && event.isTrusted && field.tagName === "SELECT") return;
      const item = itemOfField(field.name ?? "");
      const answer = item === null ? null : answerIn(page, item);
      const typed = event.type === "input" && (field.type === "text" || field.type === "textarea");
      if (answer) take(answer.item, answer.value, answer.flagged, typed);
    };
    window.addEventListener("input", hear);
    window.addEventListener("change", hear);
    return () => {
      window.removeEventListener("input", hear);
      window.removeEventListener("change", hear);
    };
  }, [form, take]);

  /** Shows the answer that was held back. */
  const showHeldBack = useCallback(
    (item: number) => {
      queue.current?.forget(item);
      change(item, (before) => {
        if (!before?.heldBack) return before;
        const { value, flagged } = before.heldBack;
        return pageAnswer({ value, flagged, version: before.version + 1 });
      });
    },
    [change],
  );

  const flush = useCallback(async () => (await queue.current?.flush()) ?? 0, []);
  return { answers, report, newer, showHeldBack, flush };
}

function pageAnswer(given: Partial<PageAnswer>): PageAnswer {
  return { value: [], flagged: false, version: 0, ...given, heldBack: null, refused: null };
}

/** True while the person types or chooses in this question. */
function isBusyWith(item: number): boolean {
  return document.getElementById(`q${item}`)?.contains(document.activeElement) ?? false;
}

/** What a page's form says of an item now. */
function answerIn(form: HTMLFormElement, item: number): KeptAnswer | null {
  const data = new FormData(form);
  const shown = readShownAnswer(String(data.get(shownName(item)) ?? ""));
  if (!shown) return null;
  return { item, value: readFormAnswer(data, item, shown.kind), flagged: data.get(flagName(item)) === "yes" };
}

/** What was answered between the showing of the page and the moment it came alive. */
function changedBeforeAlive(form: HTMLFormElement): KeptAnswer[] {
  const data = new FormData(form);
  return [...data.entries()].flatMap(([name, text]) => {
    const item = Number(/^s(\d+)$/.exec(name)?.[1] ?? 0);
    const shown = item > 0 ? readShownAnswer(String(text)) : null;
    const now = shown && answerIn(form, item);
    if (!shown || !now) return [];
    const same = now.flagged === shown.flagged && (sameAnswer(now.value, shown.value) || bothEmpty(now, shown));
    return same ? [] : [now];
  });
}

const bothEmpty = (a: { value: AnswerValue }, b: { value: AnswerValue }) =>
  isEmptyAnswer(a.value) && isEmptyAnswer(b.value);
