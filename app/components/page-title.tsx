import type { ReactNode } from "react";

export interface PageTitleProps {
  title: ReactNode;
  /** A few words above: "Bài 4 trên 7 · 15 phút". */
  kicker?: ReactNode;
  /** The answer of the page in a sentence. */
  lead?: ReactNode;
  meta?: ReactNode;
  /** Buttons or a form, beside the title where there is room. */
  actions?: ReactNode;
  /** More under the title: badges, a link to the contents. */
  children?: ReactNode;
}

/** The head of a page, with its only `h1`. */
export function PageTitle({ title, kicker, lead, meta, actions, children }: PageTitleProps) {
  const head = (
    <div className="title">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {meta && <p className="meta">{meta}</p>}
      {children}
    </div>
  );
  if (!actions) return head;
  return (
    <div className="row row-between title-row">
      {head}
      {actions}
    </div>
  );
}
