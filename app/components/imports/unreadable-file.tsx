import { useTranslation } from "react-i18next";
import type { TableRefusalCode } from "~/domain/imports/table";
import { Anchor } from "../anchor";
import { LinkButton } from "../button";
import { PageTitle } from "../page-title";

/** A file that cannot be read: why, where, and what helps. */
export function UnreadableFile({ refusal }: { refusal: { code: TableRefusalCode; params: Record<string, string> } }) {
  const { t } = useTranslation();
  const { code, params } = refusal;
  return (
    <>
      <PageTitle
        title={t("imports:unreadable.title")}
        lead={t(`imports:refusal.${code}`, { replace: params })}
        meta={params.sheet ? t("imports:unreadable.sheet", { sheet: params.sheet }) : undefined}
      />
      <p>{t("imports:unreadable.nothing")}</p>
      <div className="row section-s">
        <LinkButton href="/imports/new">{t("imports:unreadable.other")}</LinkButton>
        <Anchor className="tap" href="/imports/templates/people.xlsx" reload>
          {t("imports:upload.template.people")}
        </Anchor>
      </div>
    </>
  );
}
