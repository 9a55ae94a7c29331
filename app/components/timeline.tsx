import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { CivilDate } from "./civil-date";

export interface TimelineEvent {
  key: string;
  date: Civil;
  title: ReactNode;
  meta?: ReactNode;
  /** within the line of the title */
  badge?: ReactNode;
  /** what follows below, of any kind */
  more?: ReactNode;
  /** A milestone (a certificate) has a filled mark; what ended (revoked) a red one. */
  kind?: "milestone" | "ended";
  /** Recorded once and taken back since: shown, struck through. */
  retracted?: boolean;
}

/** Dated facts. Nothing is left out: what was retracted says so. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const { t } = useTranslation("parts");
  return (
    <ol className="plain timeline section-s">
      {events.map((event) => (
        <li key={event.key} data-kind={event.kind} data-retracted={event.retracted || undefined}>
          <CivilDate date={event.date} />
          <div>
            <p>
              <b className="timeline-title">{event.title}</b>
              {event.retracted && <span className="meta"> ({t("timeline.retracted")})</span>} {event.badge}
            </p>
            {event.meta && <p className="meta">{event.meta}</p>}
            {event.more}
          </div>
        </li>
      ))}
    </ol>
  );
}
