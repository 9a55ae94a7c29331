import { useTranslation } from "react-i18next";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { Timeline } from "./timeline";

export interface UnitHistoryEvent {
  kind: "created" | "renamed" | "moved" | "area" | "ended";
  date: Civil;
  name: string;
  code: string | null;
  city: boolean;
  /** those it follows, stands under, or that follow it */
  units: readonly { unit: string; name: string }[];
}

/** Names, places in the tree, areas, beginning and end of a unit, newest first. */
export function UnitHistory({ events }: { events: readonly UnitHistoryEvent[] }) {
  return (
    <Timeline
      events={events.map((event, index) => ({
        key: `${event.date} ${event.kind} ${index}`,
        date: event.date,
        kind: event.kind === "created" ? "milestone" : event.kind === "ended" ? "ended" : undefined,
        title: <Title event={event} />,
        meta: event.units.length > 0 && <Mentions event={event} />,
      }))}
    />
  );
}

function Title({ event: { kind, name, code, city } }: { event: UnitHistoryEvent }) {
  const { t } = useTranslation();
  if (kind !== "area") return <>{t(`people:unitEvent.${kind}`, { name })}</>;
  return <>{t(city ? "people:unitEvent.areaCity" : "people:unitEvent.area", { name, code })}</>;
}

function Mentions({ event: { kind, units } }: { event: UnitHistoryEvent }) {
  const { t } = useTranslation();
  if (kind === "area" || kind === "renamed") return null;
  return (
    <>
      {t(`people:unitEvent.${kind}From`)}{" "}
      {units.map(({ unit, name }, place) => (
        <span key={unit}>
          {place > 0 && ", "}
          <Anchor href={`/units/${unit}`}>{name}</Anchor>
        </span>
      ))}
    </>
  );
}
