import type { Tone } from "./tone";

export interface SpanDrawingProps {
  tone?: Tone;
  /** The part of the deck that is there, in percent of its length. */
  full?: readonly [from: number, to: number];
  /** Where the reader stands, in percent. */
  here?: number;
  /** Where the span was broken off, in percent. */
  cut?: number;
  /** No pier at the end: the span has none. */
  open?: boolean;
  /** A measure to reach, in percent, with its words. */
  mark?: { at: number; label: string };
}

const percent = (value: number) => `${Math.round(Math.min(100, Math.max(0, value)) * 100) / 100}%`;
const anchorAt = (at: number) => (at > 72 ? "end" : at < 28 ? "start" : "middle");

/** The drawing of a span between two piers. For the eyes only: the words stand beside it. */
export function SpanDrawing({ tone, full, here, cut, open = false, mark }: SpanDrawingProps) {
  return (
    <svg className={mark ? "span span-labelled" : "span"} aria-hidden="true" focusable="false" data-tone={tone}>
      {cut === undefined ? (
        <rect className="deck" y="4" width="100%" height="8" />
      ) : (
        <>
          <rect className="deck" y="4" width={percent(cut)} height="8" />
          <line className="gone" x1={percent(cut)} x2="100%" y1="8" y2="8" />
        </>
      )}
      {full && <rect className="full" x={percent(full[0])} y="4" width={percent(full[1] - full[0])} height="8" />}
      <rect className="pier" width="4" height="22" />
      {!open && (
        <svg x="100%" overflow="visible" aria-hidden="true">
          <rect className="pier" x="-4" width="4" height="22" />
        </svg>
      )}
      {here !== undefined && (
        <svg x={percent(here)} overflow="visible" aria-hidden="true">
          <path className="here" d="M-6-6H6L0 3Z" />
        </svg>
      )}
      {cut !== undefined && (
        <svg x={percent(cut)} overflow="visible" aria-hidden="true">
          <path className="cut" d="M-5 3 5 13M5 3-5 13" />
        </svg>
      )}
      {mark && (
        <svg x={percent(mark.at)} overflow="visible" aria-hidden="true">
          <rect className="here" x="-1.5" y="-4" width="3" height="26" />
          <text className="span-label" y="-12" textAnchor={anchorAt(mark.at)}>
            {mark.label}
          </text>
        </svg>
      )}
    </svg>
  );
}
