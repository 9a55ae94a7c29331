import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueueReport } from "./answer-queue";

/** Seconds before the end at which it is said that time runs out. */
const WARNINGS = [300, 60, 0] as const;

/**
 * What is said aloud, politely, while one works: time running out, a new end, that saving has stopped or goes on. That each answer
 * was saved is shown, not said.
 */
export function useAnnouncements(left: number, endsAt: string, line: QueueReport["line"] | undefined): string {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const before = useRef({ left, endsAt, line });

  useEffect(() => {
    const was = before.current;
    before.current = { left, endsAt, line };
    const crossed = WARNINGS.find((seconds) => was.left > seconds && left <= seconds);
    if (was.endsAt !== endsAt) setSaid(t("exam:said.newEnd", { time: endsAt }));
    else if (crossed === 0) setSaid(t("exam:said.over"));
    else if (crossed !== undefined) setSaid(t("exam:said.minutes", { count: crossed / 60 }));
    else if (was.line !== line && line === "down") setSaid(t("exam:said.offline"));
    else if (was.line !== line && line === "signed-out") setSaid(t("exam:said.signedOut"));
    else if (was.line !== line && line === "other-device") setSaid(t("exam:bar.elsewhere"));
    else if (was.line === "down" && line === "up") setSaid(t("exam:said.online"));
  }, [left, endsAt, line, t]);

  return said;
}
