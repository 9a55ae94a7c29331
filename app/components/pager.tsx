import type { ReactNode } from "react";

/**
 * The way on and the way back. `forward` is first in the source, so that Enter and Tab reach it first, and stands on the
 * right. Give `label` where both are links.
 */
export function Pager({ forward, back, label }: { forward?: ReactNode; back?: ReactNode; label?: string }) {
  if (label) {
    return (
      <nav className="pager" aria-label={label}>
        {forward}
        {back}
      </nav>
    );
  }
  return (
    <div className="pager">
      {forward}
      {back}
    </div>
  );
}
