import type { ReactNode } from "react";

export interface SectionHeadProps {
  title: ReactNode;
  /** Beside the heading: a count, an order, a time to read. */
  meta?: ReactNode;
  id?: string;
  level?: 2 | 3;
  /** A quieter heading, for columns at the side. */
  small?: boolean;
}

/** A heading that stands on a rule. */
export function SectionHead({ title, meta, id, level = 2, small = false }: SectionHeadProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="section-head">
      <Heading id={id} className={small ? "h4" : undefined}>
        {title}
      </Heading>
      {meta && <p className="meta">{meta}</p>}
    </div>
  );
}
