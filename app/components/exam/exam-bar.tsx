import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { Icon, type IconName } from "../icon";
import type { QueueReport } from "./answer-queue";

export interface ExamBarProps {
  /** Seconds left, by the server's clock. */
  remainingSeconds: number;
  /** "10:15", by the server's clock; the same with and without JavaScript. */
  endsAt: string;
  /** How saving stands; nothing where no JavaScript runs: then each page saves on its buttons. */
  save?: QueueReport | null;
  /** The page's own address, to come back to after a login. */
  here: string;
}

/** Whole seconds as "24:18", or "1:05:09" from an hour on. */
export function showRemaining(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(left / 3600);
  const minutes = Math.floor((left % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${two(minutes)}:${two(left % 60)}`;
}

const lastMinutes = 5 * 60;

/** Time left, the end, and the proof that the answer is safe, always in sight. */
export function ExamBar({ remainingSeconds, endsAt, save, here }: ExamBarProps) {
  const { t } = useTranslation();
  return (
    <section className="exam-bar" aria-label={t("exam:bar.label")}>
      <div className="wrap">
        <div className="exam-time">
          <p className="timer" role="timer" data-tone={remainingSeconds <= lastMinutes ? "bad" : undefined}>
            {showRemaining(remainingSeconds)} <small>{t("exam:bar.left")}</small>
          </p>
          <p className="meta">
            {t("exam:bar.endsAt")} <time className="figs">{endsAt}</time>
            <span className="only-wide">, {t("exam:bar.serverClock")}</span>
          </p>
        </div>
        {save && <Saving save={save} over={remainingSeconds <= 0} here={here} />}
      </div>
    </section>
  );
}

function Saving({ save, over, here }: { save: QueueReport; over: boolean; here: string }) {
  const { t } = useTranslation();
  const { line, waiting: count, durable, late } = save;
  if (late && count === 0) return <Line icon="info" tone="warn" words={t("exam:bar.late")} />;
  if (line === "signed-out") {
    return (
      <Line
        icon="alert"
        tone="bad"
        words={
          <>
            {t(durable ? "exam:bar.signedOut" : "exam:bar.signedOutHere", { count })}{" "}
            {/* a document of its own: the login is no page of the exam */}
            <Anchor href={`/login?${new URLSearchParams({ back: here })}`} reload>
              {t("exam:bar.signIn")}
            </Anchor>
          </>
        }
      />
    );
  }
  if (line === "other-device") return <Line icon="alert" tone="bad" words={t("exam:bar.elsewhere")} />;
  if (line === "down" && count > 0) {
    return <Line icon="alert" tone="bad" words={t(durable ? "exam:bar.offline" : "exam:bar.offlineHere", { count })} />;
  }
  if (over && count === 0) return <Line icon="clock" words={t("exam:bar.over")} />;
  if (count > 0) return <Line icon="clock" words={t("exam:bar.waiting", { count })} />;
  if (save.savedAt === null) return null;
  return (
    <Line
      icon="check"
      tone="ok"
      words={
        <>
          {t("exam:bar.saved")} <time>{save.savedAt}</time>
        </>
      }
    />
  );
}

function Line({ icon, tone, words }: { icon: IconName; tone?: "ok" | "warn" | "bad"; words: ReactNode }) {
  return (
    <p className="save" data-tone={tone}>
      <Icon name={icon} />
      <span>{words}</span>
    </p>
  );
}
