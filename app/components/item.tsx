import type { ReactNode } from "react";
import { Anchor } from "./anchor";

/** One thing told at some length in a column: a certificate with its span, badge and what to do. */
export function Item({
  title,
  href,
  level = 3,
  children,
}: {
  title: ReactNode;
  href?: string;
  level?: 3 | 4;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="item flow-s">
      <Heading className="rows-title">{href ? <Anchor href={href}>{title}</Anchor> : title}</Heading>
      {children}
    </div>
  );
}
