import { type MutableRefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import type { PracticeReport } from "./practice-outbox";
import { type PlayableActivity, useActivityPlayer } from "./use-activity-player";

export interface ActivityFrameProps {
  activity: PlayableActivity;
  /** What `activityStates` has of the package; null: not begun. Read once, when the activity opens. */
  state: string | null;
  /** Where states and results are posted: `/activities/<id>/practice`. */
  saveTo: string;
}

/**
 * An H5P activity. It plays in a sandboxed frame, only where JavaScript runs: the server's page holds the heading, a word
 * about JavaScript, and the room.
 */
export function ActivityFrame(props: ActivityFrameProps) {
  const { id, title, packageHash } = props.activity;
  const { t } = useTranslation("parts");
  const headingId = useId();
  return (
    <section className="activity flow" aria-labelledby={headingId}>
      <p className="kicker">{t("activity.kicker")}</p>
      <h2 id={headingId} className="h3">
        {title}
      </h2>
      <noscript>
        <p>{t("activity.noScript")}</p>
      </noscript>
      <OpenedActivity key={`${id} ${packageHash}`} {...props} />
    </section>
  );
}

function OpenedActivity({ activity, state, saveTo }: ActivityFrameProps) {
  const lastState = useRef(state);
  const [tries, setTries] = useState(0);
  useEffect(() => setTries(1), []);
  if (tries === 0) return <div className="activity-player" />;
  return (
    <Player
      key={tries}
      activity={activity}
      lastState={lastState}
      saveTo={saveTo}
      onRetry={() => setTries((before) => before + 1)}
    />
  );
}

function Player({
  activity,
  lastState,
  saveTo,
  onRetry,
}: {
  activity: PlayableActivity;
  lastState: MutableRefObject<string | null>;
  saveTo: string;
  onRetry: () => void;
}) {
  const { t } = useTranslation("parts");
  const frame = useRef<HTMLIFrameElement>(null);
  const { phase, report } = useActivityPlayer(frame, activity, lastState, saveTo);
  return (
    <div className="activity-player flow-s">
      <p role="status">{phase !== "playing" && t(`activity.${phase}`)}</p>
      {(phase === "slow" || phase === "failed") && (
        <p>
          <Button type="button" variant="secondary" onClick={onRetry}>
            {t("activity.retry")}
          </Button>
        </p>
      )}
      <iframe
        ref={frame}
        sandbox="allow-scripts"
        src="/h5p-player/embed.html"
        title={activity.title}
        hidden={phase === "failed"}
      />
      <Saving report={report} />
    </div>
  );
}

/** Says whether the result is safe: a score alone would leave that open. */
function Saving({ report: { line, result } }: { report: PracticeReport }) {
  const { t } = useTranslation("parts");
  const troubled = line !== "up" || result?.saved === false;
  return (
    <>
      <p role="status" className="activity-saving" data-tone={troubled ? "warn" : "ok"}>
        {line === "down" && t("activity.offline")}
        {line === "signed-out" && t("activity.signedOut")}
        {line === "up" && result?.saved === false && t("activity.refused")}
        {line === "up" &&
          result?.saved &&
          (result.score ? t("activity.savedScore", { ...result.score, count: result.score.max }) : t("activity.saved"))}
      </p>
      {line === "signed-out" && (
        <p>
          <Button type="button" variant="secondary" onClick={() => window.location.reload()}>
            {t("activity.signIn")}
          </Button>
        </p>
      )}
    </>
  );
}
