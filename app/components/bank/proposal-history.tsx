import { useTranslation } from "react-i18next";
import type { ProposalEventKind } from "~/domain/bank/proposal-state";
import { civilDateOf, showTime } from "~/domain/time/civil-date";
import { Section } from "../section";
import { Timeline } from "../timeline";

/** What happened to a proposal, by whom, with the words that were given. */
export function ProposalHistory({
  events,
}: {
  events: readonly { id: number; kind: ProposalEventKind; by: string; text: string; at: string }[];
}) {
  const { t } = useTranslation();
  return (
    <Section className="section" title={t("bank:proposal.history")}>
      <Timeline
        events={events.map((event) => ({
          key: String(event.id),
          date: civilDateOf(event.at),
          title: t(`bank:event.${event.kind}`),
          kind:
            event.kind === "approved"
              ? ("milestone" as const)
              : event.kind === "rejected" || event.kind === "withdrawn"
                ? ("ended" as const)
                : undefined,
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
