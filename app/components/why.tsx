import type { ReactNode } from "react";

/** Why this is so: the post, the rule, the source, each with its date. Stands beside what it explains. */
export function Why({ title, items }: { title: ReactNode; items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <div className="why">
      <h3 className="kicker">{title}</h3>
      <dl>
        {items.map((item) => (
          <div className="why-item" key={item.term}>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
