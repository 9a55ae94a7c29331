import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeStep } from "~/domain/enrolment/bridge-step";
import { Anchor } from "./anchor";
import { Bridge } from "./bridge";
import { Icon } from "./icon";

export interface TocItem {
  key: string;
  title: string;
  /** Without one the item is locked; `note` says what opens it. */
  href?: string;
  /** "4"; without one, a lock. */
  number?: number;
  done?: boolean;
  current?: boolean;
  note?: ReactNode;
}

export interface TocProps {
  /** What a link from the top of a phone's page leads to. */
  id?: string;
  title: ReactNode;
  /** "Đã xong 3 trên 7 bài" */
  meta?: ReactNode;
  steps?: readonly BridgeStep[];
  items: readonly TocItem[];
}

/** The contents of a course, beside the text where there is room, after it on a phone. */
export function Toc({ id, title, meta, steps, items }: TocProps) {
  const { t } = useTranslation("parts");
  const headingId = useId();
  return (
    <nav className="sticky toc" id={id} aria-labelledby={headingId}>
      <h2 id={headingId} className="h4">
        {title}
      </h2>
      {meta && <p className="meta">{meta}</p>}
      {steps && <Bridge steps={steps} />}
      <ol className="plain toc-list">
        {items.map((item) => {
          const inner = (
            <>
              {item.number === undefined ? <Icon name="lock" /> : <span className="figs">{item.number}</span>}
              <span>
                {item.title}
                {item.done && <span className="sr"> ({t("toc.done")})</span>}
                {item.note && (
                  <>
                    <br />
                    <span className="meta">{item.note}</span>
                  </>
                )}
              </span>
              {item.done && <Icon name="tick" />}
            </>
          );
          return (
            <li key={item.key}>
              {item.href ? (
                <Anchor className="toc-row" href={item.href} aria-current={item.current ? "page" : undefined}>
                  {inner}
                </Anchor>
              ) : (
                <span className="toc-row">{inner}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
