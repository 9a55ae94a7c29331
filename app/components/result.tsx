import type { ReactNode } from "react";

/** A result in one line: a large figure, words, a badge. */
export function Result({ figure, words, badge }: { figure: ReactNode; words: ReactNode; badge?: ReactNode }) {
  return (
    <p className="result">
      <span className="big">{figure}</span> <span>{words}</span> {badge}
    </p>
  );
}
