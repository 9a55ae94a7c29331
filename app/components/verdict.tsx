import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

const shapes: Record<Tone, IconName> = { ok: "shield", warn: "clock", bad: "cross", info: "info" };

export interface VerdictProps {
  tone: Tone;
  icon?: IconName;
  kicker?: ReactNode;
  /** The whole answer: "Giấy chứng nhận này còn hiệu lực". */
  title: ReactNode;
  meta?: ReactNode;
}

/** The head of a page whose title is its answer (verification). */
export function Verdict({ tone, icon, kicker, title, meta }: VerdictProps) {
  return (
    <div className="title title-s">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 className="verdict" data-tone={tone}>
        <Icon name={icon ?? shapes[tone]} />
        <span>{title}</span>
      </h1>
      {meta && <p className="meta">{meta}</p>}
    </div>
  );
}
