import { type ReactNode, useId } from "react";

export interface PanelProps {
  kicker?: ReactNode;
  title?: ReactNode;
  /** The next step stands on the soft colour of the house. */
  strong?: boolean;
  /** Beside the text on a wide page, under it on a phone: usually `<Why>`. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The one panel of a page: the next step, the question. Panels never nest. */
export function Panel({ kicker, title, strong = false, aside, children }: PanelProps) {
  const id = useId();
  const names = ["panel", strong && "panel-strong", aside && "panel-split"].filter(Boolean).join(" ");
  return (
    <section className={names} aria-labelledby={title ? id : undefined}>
      <div className="flow">
        {kicker && <p className="kicker">{kicker}</p>}
        {title && <h2 id={id}>{title}</h2>}
        {children}
      </div>
      {aside}
    </section>
  );
}
