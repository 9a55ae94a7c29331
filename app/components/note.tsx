import { type ReactNode, useId } from "react";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

/** A boxed remark. Without a tone it is an explanation beside the text: a rule at its left, no ground. */
export function Note({
  tone,
  title,
  icon,
  level = 2,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  icon?: IconName;
  level?: 2 | 3 | 4;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="note" data-tone={tone} aria-labelledby={title ? id : undefined}>
      {title && (
        <Heading id={id} className="note-title">
          {icon && <Icon name={icon} />}
          {title}
        </Heading>
      )}
      {children}
    </section>
  );
}
