import { useTranslation } from "react-i18next";
import { BOARD_STATES } from "~/domain/reporting/board";
import { COMPARE_FIGURES } from "~/domain/reporting/compare-dates";
import { type FigureList, readKeptFigure } from "~/domain/reporting/figure-lists";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Table } from "../table";
import { type Named, useKeptFigureWords } from "./kept-figure-words";

export interface SavedFiguresProps {
  figures: readonly { key: string; value: number }[];
  differences: readonly { key: string; saved: number; now: number }[];
  programmes: Named;
  competencies: Named;
  /** a list of the day of the report, as it is known now */
  hrefOf: (list: FigureList) => string;
  /** the list as it was known when the report was kept */
  keptHref: (figure: string) => string;
}

/** The figures of a kept report beside the same question today, what differs first; those of the heat map only where they differ. */
export function SavedFigures({ figures, differences, programmes, competencies, hrefOf, keptHref }: SavedFiguresProps) {
  const { t } = useTranslation();
  const { count, figure } = useFigures();
  const words = useKeptFigureWords(programmes, competencies);
  const link = (key: string, column: "then" | "now", value: number) => {
    const list = readKeptFigure(key)?.list;
    if (value === 0 || !list) return count(value);
    return (
      <Anchor
        key={column}
        href={column === "then" ? keptHref(key) : hrefOf(list)}
        aria-label={`${words(key)}, ${t(`reports:saved.${column}`)}: ${count(value)}`}
      >
        {count(value)}
      </Anchor>
    );
  };
  const nowOf = new Map(differences.map((each) => [each.key, each]));
  const shown = [
    ...differences.map(({ key, saved }) => ({ key, value: saved })),
    ...figures
      .filter(({ key, value }) => !nowOf.has(key) && !key.startsWith("heat ") && value > 0)
      .sort((a, b) => placeOf(a.key, programmes) - placeOf(b.key, programmes)),
  ];
  return (
    <Table
      caption={t("reports:saved.beside")}
      columns={[
        { key: "what", label: t("reports:compare.what") },
        { key: "saved", label: t("reports:saved.then"), num: true },
        { key: "now", label: t("reports:saved.now"), num: true },
        { key: "difference", label: t("reports:compare.difference"), num: true },
      ]}
      rows={shown.map(({ key, value }) => {
        const now = nowOf.get(key)?.now ?? value;
        return {
          key,
          cells: [
            words(key),
            link(key, "then", value),
            link(key, "now", now),
            now === value ? "0" : `${now > value ? "+" : ""}${figure(now - value, 0)}`,
          ],
        };
      })}
    />
  );
}

/** Main figures first, then the board: by programme, and by state within it. */
function placeOf(key: string, programmes: Named): number {
  const kept = readKeptFigure(key);
  if (kept?.of === "main") return COMPARE_FIGURES.indexOf(kept.figure);
  if (kept?.of !== "board") return Number.MAX_SAFE_INTEGER;
  const programme = programmes.findIndex(({ value }) => value === kept.programme);
  const line = programme < 0 ? programmes.length : programme;
  return COMPARE_FIGURES.length + line * BOARD_STATES.length + BOARD_STATES.indexOf(kept.state);
}
