import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";

/** The arcade that closes a page. `children`: one or two sentences about the house. */
export function Footer({
  links,
  children,
}: {
  links: readonly { href: string; label: string }[];
  children?: ReactNode;
}) {
  const { t } = useTranslation("parts");
  return (
    <footer className="foot">
      <div className="wrap">
        <nav aria-label={t("footer.navigation")}>
          <ul className="plain">
            {links.map((link) => (
              <li key={link.href}>
                <Anchor href={link.href}>{link.label}</Anchor>
              </li>
            ))}
          </ul>
        </nav>
        {children && <p>{children}</p>}
      </div>
    </footer>
  );
}
