import type { ReactNode } from "react";
import { Anchor } from "./anchor";

/** A list of people or things as rows. `columns` 2: two lists side by side where there is room. */
export function Rows({ columns = 1, children }: { columns?: 1 | 2; children: ReactNode }) {
  return <ul className={columns === 2 ? "plain rows rows-2" : "plain rows"}>{children}</ul>;
}

export interface RowProps {
  title: ReactNode;
  href?: string;
  meta?: ReactNode;
  /** The title is a heading of this level, where rows are things rather than entries. */
  heading?: 2 | 3 | 4;
  /** Short facts between title and end, one under another on a phone. */
  cells?: readonly ReactNode[];
  /** A badge, `<Levels>` or a button at the end. */
  end?: ReactNode;
  /** A box before the title, where rows can be chosen. */
  lead?: ReactNode;
}

export function Row({ title, href, meta, heading, cells = [], end, lead }: RowProps) {
  const Title = heading ? (`h${heading}` as const) : "p";
  return (
    <li>
      {lead}
      <div className="rows-main">
        <Title className="rows-title">{href ? <Anchor href={href}>{title}</Anchor> : title}</Title>
        {meta && <p className="meta">{meta}</p>}
      </div>
      {cells.map((cell, index) => (
        // the cells of a row are a fixed tuple
        // biome-ignore lint/suspicious/noArrayIndexKey: their place is what they are
        <div key={index} className="meta cell">
          {cell}
        </div>
      ))}
      {end && <div>{end}</div>}
    </li>
  );
}
