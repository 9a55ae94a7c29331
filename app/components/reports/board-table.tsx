import { useTranslation } from "react-i18next";
import { BOARD_STATES, type BoardState } from "~/domain/reporting/board";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Table } from "../table";

type Counts = Readonly<Record<BoardState, number>>;

export interface BoardTableProps {
  programmes: readonly { key: string; label: string; counts: Counts; total: number; overdue: number }[];
  /** of all programmes together */
  counts: Counts;
  total: number;
  overdue: number;
  hrefOf: (board: BoardState | "overdue" | "all", programme: string | null) => string;
}

/** By programme, how many are in each state; every number but nought opens its list. */
export function BoardTable({ programmes, counts, total, overdue, hrefOf }: BoardTableProps) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const lines = [
    ...programmes,
    ...(programmes.length > 1 ? [{ key: "", label: t("reports:board.all"), counts, total, overdue }] : []),
  ];
  const states = BOARD_STATES.filter((state) => counts[state] > 0 || !QUIET.includes(state));
  const link = (value: number, board: Parameters<typeof hrefOf>[0], line: (typeof lines)[number]) =>
    value === 0 ? (
      "0"
    ) : (
      <Anchor href={hrefOf(board, line.key || null)} aria-label={`${line.label}, ${words(board)}: ${count(value)}`}>
        {count(value)}
      </Anchor>
    );
  const words = (board: BoardState | "overdue" | "all") => t(`reports:board.state.${board}`);
  return (
    <Table
      caption={t("reports:board.caption")}
      columns={[
        { key: "programme", label: t("hr:column.programme") },
        ...states.map((state) => ({ key: state, label: t(`reports:board.column.${state}`), num: true })),
        { key: "all", label: t("reports:board.column.all"), num: true },
        { key: "overdue", label: t("reports:board.column.overdue"), num: true },
      ]}
      rows={lines.map((line) => ({
        key: line.key || "all",
        cells: [
          line.key === "" ? <b key="name">{line.label}</b> : line.label,
          ...states.map((state) => link(line.counts[state], state, line)),
          link(line.total, "all", line),
          link(line.overdue, "overdue", line),
        ],
      }))}
    />
  );
}

/** Shown only where somebody is in them. */
const QUIET: readonly BoardState[] = ["revoked", "eligible", "waived"];
