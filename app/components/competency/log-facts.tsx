import { useTranslation } from "react-i18next";
import type { LogEntry } from "~/domain/practice-log/log-entry";
import type { LogEvent } from "~/domain/practice-log/log-state";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Facts } from "../facts";
import { Section } from "../section";
import { Timeline } from "../timeline";

export interface LogEntryFace {
  entry: string;
  content: LogEntry;
  history: readonly { kind: LogEvent; name: string; at: string; text: string | null }[];
  before: string | null;
  after: string | null;
}

/** What was done, where and for whom, as its author wrote it. */
export function LogFacts({ view }: { view: LogEntryFace }) {
  const { t } = useTranslation();
  const { onDate, place, audience, people, role, language, link, note } = view.content;
  return (
    <Section title={t("competency:log.entry")}>
      <Facts
        items={[
          { term: t("competency:log.field.onDate"), value: showCivilDate(onDate) },
          { term: t("competency:log.field.place"), value: place },
          {
            term: t("competency:log.field.audience"),
            value: `${audience}, ${t("competency:log.people", { count: people })}`,
          },
          { term: t("competency:log.field.role"), value: t(`competency:log.role.${role}`) },
          { term: t("competency:log.field.language"), value: t(`competency:log.language.${language}`) },
          ...(link
            ? [
                {
                  term: t("competency:log.field.link"),
                  value: (
                    <a href={link} rel="noreferrer nofollow">
                      {link}
                    </a>
                  ),
                },
              ]
            : []),
          ...(note ? [{ term: t("competency:log.field.note"), value: <span className="pre-line">{note}</span> }] : []),
        ]}
      />
    </Section>
  );
}

const KINDS: Partial<Record<LogEvent, "milestone" | "ended">> = { confirmed: "milestone", withdrawn: "ended" };

/** What happened to the entry, and those that it mends or that mend it. */
export function LogHistory({ view }: { view: LogEntryFace }) {
  const { t } = useTranslation();
  return (
    <Section title={t("competency:log.history")}>
      <Timeline
        events={view.history.map((event) => ({
          key: `${event.at} ${event.kind}`,
          date: civilDateOf(event.at),
          title: t(`competency:log.event.${event.kind}`),
          kind: KINDS[event.kind],
          meta: (
            <>
              {event.name}, {showTime(event.at)}
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
      {view.before && (
        <p>
          <Anchor className="tap" href={`/log/${view.before}`}>
            {t("competency:log.before")}
          </Anchor>
        </p>
      )}
      {view.after && (
        <p>
          <Anchor className="tap" href={`/log/${view.after}`}>
            {t("competency:log.after")}
          </Anchor>
        </p>
      )}
    </Section>
  );
}
