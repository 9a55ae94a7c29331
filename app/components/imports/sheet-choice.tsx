import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";

/** The sheets of a workbook, where there are several: one of them is brought in. */
export function SheetChoice({ sheets, place }: { sheets: readonly { name: string; rows: number }[]; place: number }) {
  const { t } = useTranslation();
  if (sheets.length < 2) return null;
  return (
    <nav className="links section-s" aria-label={t("imports:sheets.label")}>
      <p className="meta">{t("imports:sheets.which")}</p>
      <ul className="plain row">
        {sheets.map(({ name, rows }, index) => (
          <li key={name}>
            {index === place ? (
              <span aria-current="true">
                <b>{name}</b> ({t("imports:sheets.rows", { count: rows })})
              </span>
            ) : (
              <Anchor className="tap" href={`?sheet=${index}`}>
                {name} ({t("imports:sheets.rows", { count: rows })})
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
