import type { ReactNode } from "react";

/** More on demand, without JavaScript. */
export function Fold({ summary, open = false, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}
