import { useEffect, useRef } from "react";
import type { NewerAnswer } from "./send-answers";

export interface LiveDeadline {
  deadlineAt: string;
  secondsLeft: number;
  phase: "running" | "closing" | "ended" | "void";
}

export interface LiveListener {
  deadline(deadline: LiveDeadline): void;
  answer(answer: NewerAnswer): void;
  /** the exam was taken over by another device */
  elsewhere(): void;
}

/**
 * Hears what the server says of an attempt while its page is open: a new deadline, answers of other pages. The browser connects
 * again by itself; where it cannot, saving tells the same a little later.
 */
export function useLive(attempt: string, newest: number, listener: LiveListener): void {
  const heard = useRef(listener);
  heard.current = listener;
  const since = useRef(newest);
  useEffect(() => {
    const live = new EventSource(`/attempts/${attempt}/live?since=${since.current}`);
    const on = <T>(name: string, hear: (data: T) => void) =>
      live.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T));
    on<LiveDeadline>("deadline", (deadline) => heard.current.deadline(deadline));
    on<NewerAnswer>("answer", (answer) => heard.current.answer(answer));
    on("elsewhere", () => heard.current.elsewhere());
    return () => live.close();
  }, [attempt]);
}
