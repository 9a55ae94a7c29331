import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
import { Fold } from "./fold";

export interface TreeUnitData {
  unit: string;
  name: string;
  /** code of its area */
  code: string | null;
  /** stands for units that are not loaded */
  sample: boolean;
  children: readonly TreeUnitData[];
}

/** Units one under another; those with units below open up. */
export function UnitTree({ units, hrefOf }: { units: readonly TreeUnitData[]; hrefOf: (unit: string) => string }) {
  const { t } = useTranslation();
  return (
    <ul className="plain">
      {units.map((unit) => {
        const link = (
          <Anchor className="tap" href={hrefOf(unit.unit)}>
            {unit.name}
          </Anchor>
        );
        const meta = [unit.code && t("people:units.code", { code: unit.code }), unit.sample && t("people:units.sample")]
          .filter(Boolean)
          .join(" · ");
        return (
          <li key={unit.unit}>
            {unit.children.length === 0 ? (
              <>
                {link} {meta && <span className="meta">{meta}</span>}
              </>
            ) : (
              <Fold
                summary={
                  <>
                    {unit.name}{" "}
                    <span className="meta">
                      {meta && `${meta} · `}
                      {t("people:units.below", { count: unit.children.length })}
                    </span>
                  </>
                }
              >
                <p>
                  <Anchor className="tap" href={hrefOf(unit.unit)}>
                    {t("people:units.page")}
                  </Anchor>
                </p>
                <UnitTree units={unit.children} hrefOf={hrefOf} />
              </Fold>
            )}
          </li>
        );
      })}
    </ul>
  );
}
