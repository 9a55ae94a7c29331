import type { ReactNode } from "react";

/** Nothing to show: what that means, when the next thing is due, one link. */
export function EmptyState({ title, level = 3, children }: { title: ReactNode; level?: 2 | 3; children?: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Heading className="h3">{title}</Heading>
      {children}
    </div>
  );
}
