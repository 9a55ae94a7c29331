import { useTranslation } from "react-i18next";

/** Writes marks as the page's language writes numbers: "8,27". Parts of a mark beyond two digits say nothing more. */
export function useMarks(): (marks: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language === "en" ? "en-GB" : "vi-VN", { maximumFractionDigits: 2 });
  return (marks) => format.format(marks);
}
