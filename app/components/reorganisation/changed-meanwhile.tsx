import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";

/** Someone else saved the plan after the form was opened: nothing is overwritten, and what was typed stands in the form. */
export function ChangedMeanwhile({ href }: { href: string }) {
  const { t } = useTranslation();
  return (
    <div className="errors" role="alert">
      <h2>{t("reorganisation:meanwhile.title")}</h2>
      <p className="section-xs">{t("reorganisation:meanwhile.text")}</p>
      <p>
        <Anchor className="tap" href={href}>
          {t("reorganisation:meanwhile.see")}
        </Anchor>
      </p>
    </div>
  );
}
