import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

export type StepState = "done" | "now" | "waiting" | "todo" | "locked" | "problem";

export interface Step {
  key: string;
  state: StepState;
  title: ReactNode;
  meta?: ReactNode;
}

const shapes: Record<StepState, { icon: IconName; tone?: Tone }> = {
  done: { icon: "check", tone: "ok" },
  now: { icon: "right", tone: "info" },
  waiting: { icon: "clock", tone: "warn" },
  todo: { icon: "ring" },
  locked: { icon: "lock" },
  problem: { icon: "alert", tone: "bad" },
};

/** What has to be done for something, in order, and how far each is. */
export function Steps({ items }: { items: readonly Step[] }) {
  const { t } = useTranslation("parts");
  return (
    <ol className="plain steps">
      {items.map((item) => {
        const { icon, tone } = shapes[item.state];
        return (
          <li key={item.key} data-tone={tone}>
            <Icon name={icon} />
            <div>
              <p>
                {item.title}
                <span className="sr"> ({t(`steps.${item.state}`)})</span>
              </p>
              {item.meta && <p className="meta">{item.meta}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
