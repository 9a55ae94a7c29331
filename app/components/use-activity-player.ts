import { type MutableRefObject, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { loadedFonts } from "./loaded-fonts";
import { PracticeOutbox, type PracticeReport } from "./practice-outbox";

/** A package of one language, as it lies under its hash. */
export interface PlayableActivity {
  id: number;
  title: string;
  packageHash: string;
  language: "vi" | "en";
}

export type PlayerPhase = "loading" | "slow" | "playing" | "failed";

const SLOW_AFTER_MS = 15_000;
const GIVE_UP_AFTER_MS = 120_000;
const LEAST_HEIGHT = 100;
const GREATEST_HEIGHT = 20_000;

/**
 * Talks with the page in the frame: starts the activity, follows its height, sends its states and results to `saveTo`.
 * The frame may hold a hostile package, so nothing it says is believed: it can resize itself and claim practice results.
 * @param lastState where the learner stands; kept up to date, so that a second try goes on from there
 */
export function useActivityPlayer(
  frame: RefObject<HTMLIFrameElement>,
  { title, packageHash, language }: PlayableActivity,
  lastState: MutableRefObject<string | null>,
  saveTo: string,
): { phase: PlayerPhase; report: PracticeReport } {
  const [phase, setPhase] = useState<PlayerPhase>("loading");
  const [report, setReport] = useState<PracticeReport>({ line: "up", result: null });
  const shownTitle = useRef(title);

  // before the browser paints, so that the frame's first word finds a listener
  useLayoutEffect(() => {
    const outbox = new PracticeOutbox(saveTo, packageHash, setReport);

    function order(more: Record<string, unknown>) {
      // the frame has no origin to name; what it is told is no secret
      frame.current?.contentWindow?.postMessage({ to: "cau-noi-h5p", ...more }, "*");
    }

    function onMessage(event: MessageEvent) {
      if (event.source !== frame.current?.contentWindow || event.origin !== "null") return;
      const message = event.data as { from?: unknown; type?: unknown; [more: string]: unknown } | null;
      if (message?.from !== "cau-noi-h5p") return;
      if (message.type === "ready") {
        order({
          type: "start",
          base: `/h5p-files/${packageHash}`,
          id: `urn:x-cau-noi:h5p:${packageHash}`,
          language,
          title: shownTitle.current,
          state: lastState.current,
          theme: document.documentElement.dataset.theme ?? "",
          timeout: GIVE_UP_AFTER_MS,
        });
        void loadedFonts().then((fonts) => order({ type: "fonts", fonts }));
      } else if (message.type === "playing") setPhase("playing");
      else if (message.type === "error") setPhase((now) => (now === "playing" ? now : "failed"));
      else if (message.type === "height") resize(message.height);
      else if (message.type === "statement") outbox.addStatement(message.statement);
      else if (message.type === "state" && typeof message.state === "string") {
        lastState.current = message.state;
        outbox.keepState(message.state);
        if (document.visibilityState === "hidden") outbox.flush();
      }
    }

    function resize(height: unknown) {
      if (typeof height !== "number" || !Number.isFinite(height) || !frame.current) return;
      frame.current.style.height = `${Math.min(Math.max(Math.ceil(height), LEAST_HEIGHT), GREATEST_HEIGHT)}px`;
    }

    function onHide() {
      if (document.visibilityState !== "hidden") return;
      order({ type: "flush" });
      outbox.flush();
    }
    const onLeave = () => outbox.flush();
    const onLine = () => outbox.tryAgain();

    window.addEventListener("message", onMessage);
    window.addEventListener("pagehide", onLeave);
    window.addEventListener("online", onLine);
    document.addEventListener("visibilitychange", onHide);
    const slow = setTimeout(() => setPhase((now) => (now === "loading" ? "slow" : now)), SLOW_AFTER_MS);
    return () => {
      clearTimeout(slow);
      window.removeEventListener("message", onMessage);
      window.removeEventListener("pagehide", onLeave);
      window.removeEventListener("online", onLine);
      document.removeEventListener("visibilitychange", onHide);
      outbox.close();
    };
  }, [frame, packageHash, language, lastState, saveTo]);

  return { phase, report };
}
