import { useTranslation } from "react-i18next";
import { FOCAL_STATES, type FocalState } from "~/domain/certification/focal-state";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { CivilDate } from "./civil-date";
import type { NetworkState } from "./deck-span";
import type { IconName } from "./icon";
import { Row, Rows } from "./rows";
import type { Tone } from "./tone";

export interface FocalRowData {
  unit: string;
  fullName: string;
  state: FocalState;
  since: Civil | null;
  until: Civil | null;
  holders: readonly { person: string; name: string }[];
}

const faces: Record<FocalState, { tone: Tone; icon: IconName }> = {
  certified: { tone: "ok", icon: "check" },
  expiring: { tone: "warn", icon: "clock" },
  "held-uncertified": { tone: "warn", icon: "dash" },
  acting: { tone: "warn", icon: "clock" },
  duplicate: { tone: "bad", icon: "people" },
  vacant: { tone: "bad", icon: "cross" },
};

/** The words that the network uses for the same states. */
export const networkStateOf: Record<FocalState, NetworkState> = {
  certified: "certified",
  expiring: "expiring",
  "held-uncertified": "uncertified",
  acting: "acting",
  duplicate: "duplicate",
  vacant: "vacant",
};

export function FocalBadge({ state }: { state: FocalState }) {
  const { t } = useTranslation();
  return <Badge {...faces[state]}>{t(`hr:focal.state.${state}`)}</Badge>;
}

/** Who holds the focal-point post of a unit, since when, and until when the certificate holds. */
export function FocalWords({ place }: { place: Omit<FocalRowData, "unit" | "fullName"> }) {
  const { t } = useTranslation();
  const names = place.holders.map(({ name }) => name).join(", ");
  const lapsed =
    place.state === "held-uncertified" && place.until !== null && place.since !== null && place.until < place.since;
  const kind = lapsed ? "lapsed" : place.state;
  return (
    <>
      {names && `${names}. `}
      {place.since === null ? (
        t("hr:focal.never")
      ) : (
        <>
          {t(`hr:focal.since.${kind}`)} <CivilDate date={place.since} />
          {(place.state === "certified" || place.state === "expiring") && place.until && (
            <>
              , {t("hr:focal.until")} <CivilDate date={place.until} />
            </>
          )}
          .
        </>
      )}
    </>
  );
}

/** The provincial units whose focal-point post is not as it should be. */
export function FocalRows({ places, hrefOf }: { places: readonly FocalRowData[]; hrefOf: (unit: string) => string }) {
  const ordered = [...places].sort((a, b) => FOCAL_STATES.indexOf(b.state) - FOCAL_STATES.indexOf(a.state));
  return (
    <Rows columns={2}>
      {ordered.map((place) => (
        <Row
          key={place.unit}
          title={place.fullName}
          href={hrefOf(place.unit)}
          meta={<FocalWords place={place} />}
          end={<FocalBadge state={place.state} />}
        />
      ))}
    </Rows>
  );
}
