import { useTranslation } from "react-i18next";
import type { ActField } from "~/domain/organisation/act-values";

/** The words for each wrong field of an act's form. */
export function useWrong(wrong: readonly ActField[]): (field: ActField) => string[] | undefined {
  const { t } = useTranslation();
  return (field) => (wrong.includes(field) ? [t(`reorganisation:wrong.${field}`)] : undefined);
}
