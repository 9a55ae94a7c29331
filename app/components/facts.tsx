import type { ReactNode } from "react";

/** Terms and their values, one a line. `numeric`: short figures on the right edge. */
export function Facts({
  items,
  numeric = false,
}: {
  items: readonly { term: ReactNode; value: ReactNode; key?: string }[];
  numeric?: boolean;
}) {
  return (
    <dl className={numeric ? "facts facts-num" : "facts"}>
      {items.map((item, index) => (
        <div key={item.key ?? (typeof item.term === "string" ? item.term : index)}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
