import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
import { Icon } from "./icon";

export interface PagesProps {
  /** 1-based */
  page: number;
  count: number;
  /** The address of a page of the list. */
  hrefOf: (page: number) => string;
}

/** The pages of a long list. Nothing when there is only one. */
export function Pages({ page, count, hrefOf }: PagesProps) {
  const { t } = useTranslation("parts");
  if (count <= 1) return null;
  return (
    <nav className="pages section-xs" aria-label={t("pages.navigation")}>
      {page > 1 && (
        <Anchor className="tap" href={hrefOf(page - 1)} rel="prev">
          <Icon name="left" />
          {t("pages.previous")}
        </Anchor>
      )}
      <span className="meta">{t("pages.here", { page, count })}</span>
      {page < count && (
        <Anchor className="tap" href={hrefOf(page + 1)} rel="next">
          {t("pages.next")}
          <Icon name="right" />
        </Anchor>
      )}
    </nav>
  );
}
