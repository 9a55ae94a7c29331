import { useTranslation } from "react-i18next";
import type { BoardState } from "~/domain/reporting/board";
import { Anchor } from "../anchor";
import { Facts } from "../facts";
import { useFigures } from "../figures";

const SHOWN = ["valid", "expiring-90", "expiring-30", "expiring-7", "expired", "revoked", "eligible", "never"] as const;

/** The board in short, all programmes together: each number opens its list. */
export function BoardFigures({
  counts,
  overdue,
  hrefOf,
}: {
  counts: Readonly<Record<BoardState, number>>;
  overdue: number;
  hrefOf: (board: BoardState | "overdue") => string;
}) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const line = (board: BoardState | "overdue", value: number) => ({
    key: board,
    term: t(`reports:board.state.${board}`),
    value:
      value === 0 ? (
        "0"
      ) : (
        <Anchor href={hrefOf(board)} aria-label={`${t(`reports:board.state.${board}`)}: ${count(value)}`}>
          {count(value)}
        </Anchor>
      ),
  });
  return <Facts numeric items={[...SHOWN.map((state) => line(state, counts[state])), line("overdue", overdue)]} />;
}
