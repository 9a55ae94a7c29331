import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type CivilDate as Civil, daysBetween } from "~/domain/time/civil-date";
import { CivilDate } from "./civil-date";
import { SpanDrawing } from "./span-drawing";
import type { Tone } from "./tone";

export interface SpanBarProps {
  from: Civil;
  /** The last day that counts, as the paper says it (not the exclusive end of the facts); null: no end. */
  lastDay: Civil | null;
  /** The date of the page. What is left from here is filled. Without it the whole span is. */
  asOf?: Civil;
  /** The span was cut short (revoked, superseded) on this date. */
  endedOn?: Civil;
  tone?: Tone;
  /** Words above the two dates. */
  fromLabel?: ReactNode;
  lastDayLabel?: ReactNode;
}

/** A validity: two piers with their dates, what is left of the deck, and where the page's date stands. */
export function SpanBar({ from, lastDay, asOf, endedOn, tone, fromLabel, lastDayLabel }: SpanBarProps) {
  const { t } = useTranslation("parts");
  const days = lastDay ? Math.max(1, daysBetween(from, lastDay) + 1) : null;
  const place = (date: Civil) => (days === null ? 0 : (100 * daysBetween(from, date)) / days);
  const started = asOf !== undefined && asOf >= from;
  const over = lastDay !== null && asOf !== undefined && asOf > lastDay;
  const cut =
    endedOn !== undefined && (lastDay === null || endedOn <= lastDay) ? Math.max(0, place(endedOn)) : undefined;
  const here = started && !over && lastDay !== null ? place(asOf) : undefined;
  return (
    <div>
      <SpanDrawing
        tone={tone}
        full={cut !== undefined || over ? undefined : [here ?? 0, 100]}
        here={cut === undefined ? here : undefined}
        cut={cut}
        open={lastDay === null}
      />
      <div className="span-ends">
        <span>
          {fromLabel}
          {fromLabel ? (
            <b>
              <CivilDate date={from} />
            </b>
          ) : (
            <CivilDate date={from} />
          )}
        </span>
        <span>
          {lastDayLabel}
          {lastDay === null ? (
            <b>{t("span.noEnd")}</b>
          ) : lastDayLabel ? (
            <b>
              <CivilDate date={lastDay} />
            </b>
          ) : (
            <CivilDate date={lastDay} />
          )}
        </span>
      </div>
    </div>
  );
}
