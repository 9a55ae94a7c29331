import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
import { Mark } from "./mark";

export interface NavItem {
  href: string;
  label: string;
  current?: boolean;
}

export interface MastheadProps {
  home?: string;
  /** A few short links, always visible. None for a visitor. */
  items?: readonly NavItem[];
  /** A form whose button has the class `link-button`. */
  languageSwitch?: ReactNode;
  account?: { href: string; name: string; initials: string };
}

/** The band on top of each page: who we are, the ways in, whose account this is. */
export function Masthead({ home = "/", items = [], languageSwitch, account }: MastheadProps) {
  const { t } = useTranslation("parts");
  return (
    <header className="masthead">
      <div className="wrap">
        <Anchor className="brand" href={home}>
          <Mark />
          Cầu Nối
        </Anchor>
        {(languageSwitch || account) && (
          <div className="tools">
            {languageSwitch}
            {account && (
              <Anchor href={account.href}>
                <span className="avatar" aria-hidden="true">
                  {account.initials}
                </span>
                <span className="me-name">
                  <span className="sr">{t("masthead.account")} </span>
                  {account.name}
                </span>
              </Anchor>
            )}
          </div>
        )}
        {items.length > 0 && (
          <nav className="nav" aria-label={t("masthead.navigation")}>
            <ul className="plain">
              {items.map((item) => (
                <li key={item.href}>
                  <Anchor href={item.href} aria-current={item.current ? "page" : undefined}>
                    {item.label}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** The masthead of an exam: no way out by a slip of the finger. */
export function ExamMasthead({ title, person }: { title: string; person?: string }) {
  return (
    <header className="masthead">
      <div className="wrap">
        <p className="brand">
          <Mark />
          <span className="sr">Cầu Nối. </span>
          <span className="brand-sub">{title}</span>
        </p>
        {person && <p className="tools only-wide">{person}</p>}
      </div>
    </header>
  );
}
