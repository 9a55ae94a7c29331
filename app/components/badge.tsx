import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

const shapes: Record<Tone, IconName> = { ok: "check", warn: "clock", bad: "cross", info: "clock" };

/** A state: a shape, a word, then a colour. Without a tone: over, not open, of no account. */
export function Badge({ tone, icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      <Icon name={icon ?? (tone ? shapes[tone] : "dash")} />
      {children}
    </span>
  );
}
