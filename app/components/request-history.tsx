import { useTranslation } from "react-i18next";
import type { RequestEventKind } from "~/domain/requests/request-state";
import { civilDateOf, showTime } from "~/domain/time/civil-date";
import { Section } from "./section";
import { Timeline } from "./timeline";

export interface RequestHistoryProps {
  view: {
    raisedAt: string;
    person: { name: string };
    events: readonly { kind: RequestEventKind; by: string; behalfOf: string | null; text: string; at: string }[];
  };
}

/** What happened to a request, by whom, in whose place, with the words that were given. */
export function RequestHistory({ view }: RequestHistoryProps) {
  const { t } = useTranslation();
  return (
    <Section title={t("requests:page.history")}>
      <Timeline
        events={[
          {
            key: "raised",
            date: civilDateOf(view.raisedAt),
            title: t("requests:event.raised"),
            meta: `${view.person.name}, ${showTime(view.raisedAt)}`,
          },
          ...view.events.map((event) => ({
            key: `${event.at} ${event.kind}`,
            date: civilDateOf(event.at),
            title: t(`requests:event.${event.kind}`),
            kind:
              event.kind === "refused"
                ? ("ended" as const)
                : event.kind === "approved" || event.kind === "answered"
                  ? ("milestone" as const)
                  : undefined,
            meta: (
              <>
                {event.behalfOf === null
                  ? event.by
                  : t("requests:page.behalf", { name: event.by, other: event.behalfOf })}
                , {showTime(event.at)}
                {event.text && (
                  <>
                    <br />
                    <span className="pre-line">{event.text}</span>
                  </>
                )}
              </>
            ),
          })),
        ]}
      />
    </Section>
  );
}
