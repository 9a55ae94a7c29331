import { useTranslation } from "react-i18next";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { addDays } from "~/domain/time/civil-date";
import { CivilDate } from "../civil-date";

interface TurnUnit {
  key: string;
  name: string;
  people: number;
}

export interface TurnProps {
  date: Civil;
  turns: readonly { ending: readonly TurnUnit[]; heirs: readonly (TurnUnit & { begins: boolean })[] }[];
}

/** Which units end and which ones follow them: the decks of the old ones lead to the new. */
export function TurnDrawing({ date, turns }: TurnProps) {
  const { t } = useTranslation();
  return (
    <>
      {turns.map(({ ending, heirs }) => (
        <div className="turn" key={ending.map(({ key }) => key).join(" ")}>
          <div>
            <p className="kicker">
              {t("reorganisation:turn.until")} <CivilDate date={addDays(date, -1)} />
            </p>
            <ul className="plain section-xs">
              {ending.map((unit) => (
                <li className="turn-unit" data-end="" key={unit.key}>
                  <b>{unit.name}</b>
                  <p className="meta">{t("reorganisation:turn.people", { count: unit.people })}</p>
                </li>
              ))}
            </ul>
          </div>
          <Deck from={ending.length} to={heirs.length} />
          <div>
            <p className="kicker">
              {t("reorganisation:turn.from")} <CivilDate date={date} />
            </p>
            {heirs.length === 0 ? (
              <p className="section-xs">{t("reorganisation:turn.nobody")}</p>
            ) : (
              <ul className="plain section-xs">
                {heirs.map((unit) => (
                  <li className="turn-unit" data-new={unit.begins ? "" : undefined} key={unit.key}>
                    <b>{unit.name}</b>
                    <p className="meta">
                      {t("reorganisation:turn.people", { count: unit.people })}
                      {unit.begins && ` · ${t("reorganisation:turn.new")}`}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      ))}
    </>
  );
}

const HEIGHT = 280;

/** One line from each unit on the left to each on the right; on a phone an arrow downwards. */
function Deck({ from, to }: { from: number; to: number }) {
  const place = (index: number, count: number) => Math.round(((index + 0.5) * HEIGHT) / count);
  const lines = Array.from({ length: from }, (_, left) =>
    Array.from({ length: Math.max(to, 1) }, (_, right) => {
      const start = place(left, from);
      const end = place(right, Math.max(to, 1));
      return `M6 ${start}C55 ${start} 45 ${end} 94 ${end}`;
    }),
  ).flat();
  return (
    <div className="turn-deck">
      <svg className="turn-wide" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path vectorEffect="non-scaling-stroke" d={lines.join("")} />
      </svg>
      <svg className="turn-tall" viewBox="0 0 300 48" aria-hidden="true">
        <path d="M150 4V42m-8-9 8 9 8-9" />
      </svg>
    </div>
  );
}
