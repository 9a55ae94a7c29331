import { useTranslation } from "react-i18next";
import type { ItemFlag } from "~/domain/statistics/item-flags";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Table } from "../table";

export interface QuestionTableLine {
  key: string;
  stem: string;
  n: number;
  facility: number;
  discrimination: number | null;
  correlation: number | null;
  planned: number;
  effective: number | null;
  flags: readonly ItemFlag[];
}

/** The figures of questions, one a row; `href` leads to the page of one. */
export function QuestionTable({
  caption,
  lines,
  href,
}: {
  caption: string;
  lines: readonly QuestionTableLine[];
  href: (key: string) => string;
}) {
  const { t } = useTranslation();
  const { count, percent, figure } = useFigures();
  return (
    <Table
      caption={caption}
      columns={[
        { key: "question", label: t("statistics:column.question") },
        { key: "n", label: t("statistics:column.n"), num: true },
        { key: "facility", label: t("statistics:column.facility"), num: true },
        { key: "discrimination", label: t("statistics:column.discrimination"), num: true },
        { key: "correlation", label: t("statistics:column.correlation"), num: true },
        { key: "planned", label: t("statistics:column.planned"), num: true },
        { key: "effective", label: t("statistics:column.effective"), num: true },
      ]}
      rows={lines.map((line) => ({
        key: line.key,
        cells: [
          <>
            <Anchor href={href(line.key)}>{line.stem}</Anchor>
            {line.flags.length > 0 && (
              <span className="meta"> {line.flags.map((flag) => t(`statistics:flag.${flag}`)).join("; ")}.</span>
            )}
          </>,
          count(line.n),
          percent(line.facility),
          figure(line.discrimination),
          figure(line.correlation),
          percent(line.planned, 1),
          percent(line.effective, 1),
        ],
      }))}
    />
  );
}
