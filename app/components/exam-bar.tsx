import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

export type SaveState =
  /** `at` is the server's time, "09:50:42" */
  | { state: "saved"; at: string }
  | { state: "saving" }
  /** not sent yet; the answer waits on this device */
  | { state: "offline" };

export interface ExamBarProps {
  /** Seconds left, by the server's clock. */
  remainingSeconds: number;
  /** "10:15", by the server's clock; the same with and without JavaScript. */
  endsAt: string;
  save?: SaveState;
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
export function ExamBar({ remainingSeconds, endsAt, save }: ExamBarProps) {
  const { t } = useTranslation("parts");
  return (
    <section className="exam-bar" aria-label={t("exam.bar")}>
      <div className="wrap">
        <div className="exam-time">
          <p className="timer" role="timer" data-tone={remainingSeconds <= lastMinutes ? "bad" : undefined}>
            {showRemaining(remainingSeconds)} <small>{t("exam.left")}</small>
          </p>
          <p className="meta">
            {t("exam.endsAt")} <time className="figs">{endsAt}</time>
            <span className="only-wide">, {t("exam.serverClock")}</span>
          </p>
        </div>
        {save && <Save save={save} />}
      </div>
    </section>
  );
}

function Save({ save }: { save: SaveState }) {
  const { t } = useTranslation("parts");
  if (save.state === "saved") {
    return (
      <p className="save" role="status" data-tone="ok">
        <Icon name="check" />
        <span>
          {t("exam.saved")} <time>{save.at}</time>
        </span>
      </p>
    );
  }
  const offline = save.state === "offline";
  return (
    <p className="save" role="status" data-tone={offline ? "bad" : undefined}>
      <Icon name={offline ? "alert" : "clock"} />
      <span>{t(`exam.${save.state}`)}</span>
    </p>
  );
}
