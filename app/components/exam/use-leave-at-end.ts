import { type RefObject, useEffect } from "react";
import type { QueueReport } from "./answer-queue";

/** Room for the server's grace, and for a clock that ticks in whole seconds. */
const AFTER_THE_END_MS = 6_000;
const LOOK_AGAIN_MS = 2_000;

/**
 * When time is up, nothing more can be changed, what waits is sent, and the page goes to the result: but not before everything has
 * left this device, and not by itself where something was taken late, so that its person can read that.
 */
export function useLeaveAtEnd(
  form: RefObject<HTMLFormElement>,
  attempt: string,
  over: boolean,
  report: QueueReport | null,
  flush: () => Promise<number>,
): void {
  const ended = report?.line === "ended";
  const late = report?.late ?? false;
  useEffect(() => {
    if (ended) window.location.assign(`/attempts/${attempt}/result`);
  }, [ended, attempt]);

  useEffect(() => {
    form.current?.toggleAttribute("inert", over);
    if (!over) return;
    void flush();
    let timer: ReturnType<typeof setTimeout>;
    const leave = async () => {
      if ((await flush()) === 0 && navigator.onLine && !late) window.location.assign(`/attempts/${attempt}/result`);
      else timer = setTimeout(leave, LOOK_AGAIN_MS);
    };
    timer = setTimeout(leave, AFTER_THE_END_MS);
    return () => clearTimeout(timer);
  }, [over, late, attempt, form, flush]);
}
