import { useCallback, useEffect, useRef, useState } from "react";
import { AnswerQueue, type QueueReport } from "./answer-queue";

/**
 * What of an attempt still waits on this device, on a page where nothing is answered. It is sent as long as the page is open.
 * `onEmpty`: the last of what waited has been taken.
 */
export function useWaiting(attempt: string, queueKey: string, newest: number, onEmpty: () => void) {
  const [report, setReport] = useState<QueueReport | null>(null);
  const queue = useRef<AnswerQueue | null>(null);
  const emptied = useRef(onEmpty);
  emptied.current = onEmpty;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one queue for as long as the page is open
  useEffect(() => {
    let waiting = 0;
    const opened = new AnswerQueue(attempt, queueKey, newest, {
      report(now) {
        if (waiting > 0 && now.waiting === 0) emptied.current();
        waiting = now.waiting;
        setReport(now);
      },
      newer: (answers) => answers.length > 0 && emptied.current(),
      refused: () => undefined,
    });
    queue.current = opened;
    void opened.open();
    return () => {
      opened.close();
      queue.current = null;
    };
  }, [attempt, queueKey]);

  const flush = useCallback(async () => (await queue.current?.flush()) ?? 0, []);
  return { report, flush };
}
