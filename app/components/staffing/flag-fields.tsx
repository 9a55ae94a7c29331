import { useTranslation } from "react-i18next";
import { Choice, Choices } from "../choice";

/** What is said of a post beside its position. */
export function FlagFields({ oneStop, deputy }: { oneStop: boolean; deputy: boolean }) {
  const { t } = useTranslation();
  return (
    <Choices legend={t("staffing:flags.legend")}>
      <Choice type="checkbox" name="oneStop" value="1" defaultChecked={oneStop}>
        {t("staffing:flags.oneStop")}
      </Choice>
      <Choice type="checkbox" name="deputy" value="1" defaultChecked={deputy}>
        {t("staffing:flags.deputy")}
      </Choice>
    </Choices>
  );
}
