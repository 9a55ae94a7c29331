import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";

export interface Crumb {
  label: string;
  /** The last crumb, this page, has none. */
  href?: string;
}

/** Where the page stands. `label` names the list when a page has a second one (the scope of a figure). */
export function Crumbs({ items, label }: { items: readonly Crumb[]; label?: string }) {
  const { t } = useTranslation("parts");
  return (
    <nav className="crumbs" aria-label={label ?? t("crumbs")}>
      <ol className="plain">
        {items.map((item, index) => (
          <li key={item.href ?? item.label}>
            {item.href ? (
              <Anchor href={item.href}>{item.label}</Anchor>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
