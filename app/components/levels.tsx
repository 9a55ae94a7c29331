import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface LevelsProps {
  /** 0 to 5 */
  level: number;
  /** The level that the post requires; null where it requires none. */
  need: number | null;
  /** The verdict, a `<Badge>`. */
  children?: ReactNode;
}

const boxes = [1, 2, 3, 4, 5] as const;

/** A standing in one competency: five boxes, a mark under the level needed, the same in words, a verdict. */
export function Levels({ level, need, children }: LevelsProps) {
  const { t } = useTranslation("parts");
  return (
    <div className="level">
      <svg className="levels" viewBox="0 0 104 22" aria-hidden="true" focusable="false">
        {boxes.map((box) => (
          <rect key={box} className={box <= level ? "on" : "off"} x={box * 21 - 20} y="2" width="17" height="10" />
        ))}
        {need !== null && need > 0 && <path className="need" d={`M${need * 21 - 17} 22h11l-5.5-7z`} />}
      </svg>
      <p className="meta">
        <b>{level > 0 ? t("levels.has", { level }) : t("levels.none")}</b>
        {need !== null && `, ${t("levels.needs", { need })}`}
      </p>
      {children}
    </div>
  );
}
