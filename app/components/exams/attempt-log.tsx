import { useTranslation } from "react-i18next";
import type { LogDevice } from "~/domain/assessment/readable-log";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Note } from "../note";
import { Section } from "../section";
import { Table } from "../table";

export interface ShownEvent {
  at: string;
  kind: string;
  page: number | null;
  device: number | null;
  changed: boolean;
  answer: { item: number; stem: string; text: string; flagged: boolean } | null;
}

const KINDS = [
  "started",
  "page-shown",
  "hand-in-shown",
  "submitted",
  "device-claimed",
  "late-answers",
  "late-accepted",
  "late-refused",
  "answered",
] as const;

/** What happened in an attempt, a line each, with the purpose, viewers and retention of such a log. */
export function AttemptLog({
  log,
  devices,
  months,
}: {
  log: readonly ShownEvent[];
  devices: readonly LogDevice[];
  months: number;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t("statistics:log.title")} meta={t("statistics:log.lines", { count: log.length })}>
        {log.length === 0 ? (
          <p className="section-s">{t("statistics:log.none", { count: months })}</p>
        ) : (
          <Table
            caption={t("statistics:log.title")}
            columns={[
              { key: "at", label: t("statistics:log.at") },
              { key: "what", label: t("statistics:log.what") },
              { key: "answer", label: t("statistics:log.answer") },
              { key: "device", label: t("statistics:log.device") },
            ]}
            rows={log.map((event, index) => ({
              key: `${event.at}-${index}`,
              cells: [
                <time key="at" dateTime={event.at}>
                  {showTime(event.at, true)}
                </time>,
                <EventWords key="what" event={event} />,
                event.answer ? event.answer.text || t("statistics:log.cleared") : "",
                event.device === null
                  ? ""
                  : `${t("statistics:log.deviceNumber", { number: event.device })}${
                      event.changed ? ` (${t("statistics:log.changed")})` : ""
                    }`,
              ],
            }))}
          />
        )}
      </Section>
      {devices.length > 0 && (
        <Section title={t("statistics:log.devices")}>
          <Table
            caption={t("statistics:log.devices")}
            columns={[
              { key: "number", label: t("statistics:log.device") },
              { key: "device", label: t("statistics:log.browser") },
              { key: "address", label: t("statistics:log.address") },
            ]}
            rows={devices.map(({ number, device, addresses }) => ({
              key: String(number),
              cells: [t("statistics:log.deviceNumber", { number }), device, addresses.join(", ")],
            }))}
          />
        </Section>
      )}
      <Note title={t("statistics:log.why.title")}>
        <p>{t("statistics:log.why.purpose")}</p>
        <p>{t("statistics:log.why.viewers")}</p>
        <p>{t("statistics:log.why.retention", { count: months })}</p>
      </Note>
    </>
  );
}

function EventWords({ event }: { event: ShownEvent }) {
  const { t } = useTranslation();
  const kind = KINDS.find((each) => each === event.kind) ?? "other";
  if (kind !== "answered" || !event.answer) {
    return <>{t(`statistics:log.kind.${kind}`, { page: event.page ?? 0, number: 0 })}</>;
  }
  return (
    <>
      {t("statistics:log.kind.answered", { number: event.answer.item, page: 0 })}
      {event.answer.flagged && <span className="meta"> ({t("statistics:log.flagged")})</span>}
      <span className="meta block"> {event.answer.stem}</span>
    </>
  );
}

/** "09:50 ngày 21/11/2026" */
export function useInstant(): (instant: string) => string {
  const { t } = useTranslation();
  return (instant) => t("statistics:instant", { time: showTime(instant), date: showCivilDate(civilDateOf(instant)) });
}
