import { useTranslation } from "react-i18next";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { readKeptFigure } from "~/domain/reporting/figure-lists";

export type Named = readonly { value: string; label: string }[];

/** What a figure of a kept report is called, by its key. */
export function useKeptFigureWords(programmes: Named, competencies: Named): (key: string) => string {
  const { t } = useTranslation();
  const nameIn = (named: Named, key: string) => named.find(({ value }) => value === key)?.label ?? key;
  return (key) => {
    const kept = readKeptFigure(key);
    if (!kept) return key;
    if (kept.of === "main") return t(`reports:compare.figure.${kept.figure}`);
    if (kept.of === "board") return `${nameIn(programmes, kept.programme)}: ${t(`reports:board.state.${kept.state}`)}`;
    const level = UNIT_LEVELS.find((each) => each === kept.level);
    const competency = nameIn(competencies, kept.competency);
    const place = level ? t("hr:cell.title", { competency, level: t(`hr:levelIn.${level}`) }) : competency;
    return `${place}: ${t(`reports:saved.heat.${kept.what}`)}`;
  };
}
