import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Anchor, type AnchorProps } from "./anchor";
import { Icon, type IconName } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "danger";

interface Face {
  /** One primary button a page. */
  variant?: ButtonVariant;
  icon?: IconName;
  iconAfter?: IconName;
  /** As wide as a phone. */
  stretch?: boolean;
  /** As wide as its column. */
  block?: boolean;
  children: ReactNode;
}

const variants: Record<ButtonVariant, string> = { primary: "btn", secondary: "btn btn-2", danger: "btn btn-bad" };

function classOf({ variant = "primary", stretch, block }: Face) {
  return [variants[variant], stretch && "stretch", block && "block"].filter(Boolean).join(" ");
}

/** A button with a verb. It is never disabled: where something is missing, the answer says what. */
export function Button({
  variant,
  icon,
  iconAfter,
  stretch,
  block,
  children,
  type = "submit",
  ...rest
}: Face & Omit<ComponentPropsWithoutRef<"button">, "className" | "disabled">) {
  return (
    <button {...rest} type={type} className={classOf({ variant, stretch, block, children })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
  variant,
  icon,
  iconAfter,
  stretch,
  block,
  children,
  ...rest
}: Face & Omit<AnchorProps, "className">) {
  return (
    <Anchor {...rest} className={classOf({ variant, stretch, block, children })}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </Anchor>
  );
}
