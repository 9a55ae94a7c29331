import type { ReactNode } from "react";

/** Terms and their values, one a line. `numeric`: short figures on the right edge; `long`: sentences and lists, below their terms on a phone. */
export function Facts({
  items,
  numeric = false,
  long = false,
}: {
  items: readonly { term: ReactNode; value: ReactNode; key?: string }[];
  numeric?: boolean;
  long?: boolean;
}) {
  return (
    <dl className={["facts", numeric && "facts-num", long && "facts-long"].filter(Boolean).join(" ")}>
      {items.map((item, index) => (
        <div key={item.key ?? (typeof item.term === "string" ? item.term : index)}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
