import { useTranslation } from "react-i18next";
import type { CompareFigure, CompareKind } from "~/domain/reporting/compare-dates";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Table } from "../table";

export interface CompareTableProps {
  before: CivilDate;
  after: CivilDate;
  figures: readonly { key: CompareFigure; before: number; after: number }[];
  hrefOf: (figure: CompareFigure, date: CivilDate) => string;
}

/** Figures of two dates side by side, with the difference; each opens what is behind it. */
export function CompareTable({ before, after, figures, hrefOf }: CompareTableProps) {
  const { t } = useTranslation();
  const { count, figure } = useFigures();
  const cell = (key: CompareFigure, value: number, date: CivilDate) => {
    if (value === 0) return "0";
    const label = `${t(`reports:compare.figure.${key}`)}, ${showCivilDate(date)}: ${count(value)}`;
    return (
      <Anchor href={hrefOf(key, date)} aria-label={label}>
        {count(value)}
      </Anchor>
    );
  };
  return (
    <Table
      caption={t("reports:compare.caption")}
      columns={[
        { key: "figure", label: t("reports:compare.what") },
        { key: "before", label: showCivilDate(before), num: true },
        { key: "after", label: showCivilDate(after), num: true },
        { key: "difference", label: t("reports:compare.difference"), num: true },
      ]}
      rows={figures.map(({ key, before: then, after: now }) => ({
        key,
        cells: [
          t(`reports:compare.figure.${key}`),
          cell(key, then, before),
          cell(key, now, after),
          now === then ? "0" : `${now > then ? "+" : ""}${figure(now - then, 0)}`,
        ],
      }))}
    />
  );
}

export interface CompareLineData {
  person: string;
  name: string;
  position: string;
  unit: string;
  programme: string | null;
  from: string | null;
}

/** How the totals of two dates come out of one another: "120 + 8 − 5 = 123". */
export function Reckoning({
  people,
  held,
  counts,
}: {
  /** staff and collaborators together */
  people: { before: number; after: number };
  held: { before: number; after: number };
  counts: Readonly<Record<CompareKind, number>>;
}) {
  const { t } = useTranslation();
  const others = held.after - held.before - counts.certified + counts.lapsed;
  return (
    <ul className="section-s">
      <li>{t("reports:compare.reckonPeople", { ...people, joined: counts.joined, left: counts.left })}</li>
      <li>
        {t("reports:compare.reckonHeld", { ...held, certified: counts.certified, lapsed: counts.lapsed })}
        {others !== 0 && ` ${t("reports:compare.reckonOthers", { others: others > 0 ? `+${others}` : `−${-others}` })}`}
      </li>
    </ul>
  );
}
