import { useTranslation } from "react-i18next";
import { BOARD_STATES } from "~/domain/reporting/board";
import { COMPARE_FIGURES } from "~/domain/reporting/compare-dates";
import { useFigures } from "../exams/figure-words";
import { Table } from "../table";

export interface SavedFiguresProps {
  figures: readonly { key: string; value: number }[];
  differences: readonly { key: string; saved: number; now: number }[];
  programmes: readonly { value: string; label: string }[];
}

/** The figures of a kept report beside the same question today, what differs first; those of the heat map only where they differ. */
export function SavedFigures({ figures, differences, programmes }: SavedFiguresProps) {
  const { t } = useTranslation();
  const { count, figure } = useFigures();
  const words = (key: string): string => {
    const main = COMPARE_FIGURES.find((each) => each === key);
    if (main) return t(`reports:compare.figure.${main}`);
    const [area, of = "", what = ""] = key.split(" ");
    const state = BOARD_STATES.find((each) => each === what);
    if (area === "board" && state)
      return `${programmes.find(({ value }) => value === of)?.label ?? of}: ${t(`reports:board.state.${state}`)}`;
    return key.slice(key.indexOf(" ") + 1);
  };
  const nowOf = new Map(differences.map((each) => [each.key, each]));
  const shown = [
    ...differences.map(({ key, saved }) => ({ key, value: saved })),
    ...figures.filter(({ key, value }) => !nowOf.has(key) && !key.startsWith("heat ") && value > 0),
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
            count(value),
            count(now),
            now === value ? "0" : `${now > value ? "+" : ""}${figure(now - value, 0)}`,
          ],
        };
      })}
    />
  );
}
