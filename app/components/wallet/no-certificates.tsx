import { useTranslation } from "react-i18next";
import { LinkButton } from "../button";
import { EmptyState } from "../empty-state";

/** In place of a holder's certificates where there are none yet: how one comes by them. */
export function NoCertificates() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("certificates:list.none")} level={2}>
      <p>{t("certificates:list.noneText")}</p>
      <p>
        <LinkButton href="/courses">{t("certificates:list.toCourses")}</LinkButton>
      </p>
    </EmptyState>
  );
}
