import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

const shapes: Record<Tone, IconName> = { ok: "check", warn: "alert", bad: "alert", info: "info" };

export interface ToastProps {
  tone: Tone;
  /** The result and a link to it. */
  children: ReactNode;
  /** This page without the message. */
  closeHref?: string;
}

/** What an act has brought about. Stands on top of the page's content, covers nothing, stays until it is closed. */
export function Toast({ tone, children, closeHref }: ToastProps) {
  const { t } = useTranslation("parts");
  return (
    <div className="toast" data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={shapes[tone]} />
      <div>{children}</div>
      {closeHref && (
        <a className="toast-close" href={closeHref}>
          <Icon name="close" />
          <span className="sr">{t("toast.close")}</span>
        </a>
      )}
    </div>
  );
}
