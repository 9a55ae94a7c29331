import type { ReactNode } from "react";

export interface TurnUnit {
  key: string;
  name: string;
  meta?: ReactNode;
}

export interface BeforeAfterProps {
  before: { title: ReactNode; units: readonly TurnUnit[] };
  after: { title: ReactNode; units: readonly TurnUnit[] };
}

/** Units before and after a reorganisation. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  return (
    <div className="turn">
      <Side {...before} ends />
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <path d="M24 4V42m-8-9 8 9 8-9" />
      </svg>
      <Side {...after} />
    </div>
  );
}

function Side({ title, units, ends = false }: { title: ReactNode; units: readonly TurnUnit[]; ends?: boolean }) {
  return (
    <div>
      <p className="kicker">{title}</p>
      <ul className="plain section-xs">
        {units.map((unit) => (
          <li key={unit.key} className="turn-unit" data-ends={ends || undefined} data-begins={!ends || undefined}>
            <b>{unit.name}</b>
            {unit.meta && <p className="meta">{unit.meta}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
