import { useTranslation } from "react-i18next";
import type { ProofEventKind } from "~/domain/proofs/proof-state";
import { civilDateOf, showTime } from "~/domain/time/civil-date";
import { Section } from "../section";
import { Timeline } from "../timeline";

export interface ProofHistoryProps {
  events: readonly { kind: ProofEventKind; by: string; text: string | null; at: string }[];
}

/** What happened to a proof, by whom, with the words that were given. */
export function ProofHistory({ events }: ProofHistoryProps) {
  const { t } = useTranslation();
  return (
    <Section title={t("proofs:page.history")}>
      <Timeline
        events={events.map((event) => ({
          key: `${event.at} ${event.kind}`,
          date: civilDateOf(event.at),
          title: t(`proofs:event.${event.kind}`),
          kind: event.kind === "verified" ? "milestone" : event.kind === "submitted" ? undefined : "ended",
          meta: (
            <>
              {event.by}, {showTime(event.at)}
              {event.text && (
                <>
                  <br />
                  <span className="pre-line">{event.text}</span>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
