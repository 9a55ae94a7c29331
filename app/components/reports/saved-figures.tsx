import { useTranslation } from "react-i18next";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { type FigureList, readKeptFigure } from "~/domain/reporting/figure-lists";
import { Anchor } from "../anchor";
import { useFigures } from "../exams/figure-words";
import { Table } from "../table";

type Named = readonly { value: string; label: string }[];

export interface SavedFiguresProps {
  figures: readonly { key: string; value: number }[];
  differences: readonly { key: string; saved: number; now: number }[];
  programmes: Named;
  competencies: Named;
  /** a list of the day of the report, as it is known now */
  hrefOf: (list: FigureList) => string;
}

/** The figures of a kept report beside the same question today, what differs first; those of the heat map only where they differ. */
export function SavedFigures({ figures, differences, programmes, competencies, hrefOf }: SavedFiguresProps) {
  const { t } = useTranslation();
  const { count, figure } = useFigures();
  const nameIn = (named: Named, key: string) => named.find(({ value }) => value === key)?.label ?? key;
  const words = (key: string): string => {
    const kept = readKeptFigure(key);
    if (!kept) return key;
    if (kept.of === "main") return t(`reports:compare.figure.${kept.figure}`);
    if (kept.of === "board") return `${nameIn(programmes, kept.programme)}: ${t(`reports:board.state.${kept.state}`)}`;
    const level = UNIT_LEVELS.find((each) => each === kept.level);
    const competency = nameIn(competencies, kept.competency);
    const place = level ? t("hr:cell.title", { competency, level: t(`hr:levelIn.${level}`) }) : competency;
    return `${place}: ${t(`reports:saved.heat.${kept.what}`)}`;
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
        const list = readKeptFigure(key)?.list;
        return {
          key,
          cells: [
            words(key),
            count(value),
            now === 0 || !list ? (
              count(now)
            ) : (
              <Anchor key="now" href={hrefOf(list)} aria-label={`${words(key)}: ${count(now)}`}>
                {count(now)}
              </Anchor>
            ),
            now === value ? "0" : `${now > value ? "+" : ""}${figure(now - value, 0)}`,
          ],
        };
      })}
    />
  );
}
