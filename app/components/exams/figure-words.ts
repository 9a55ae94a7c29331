import { useTranslation } from "react-i18next";

/** Figures as the reader's language writes them. */
export function useFigures() {
  const { i18n } = useTranslation();
  const locale = i18n.language === "en" ? "en-GB" : "vi-VN";
  const write = (value: number, digits: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    /** "20.000" */
    count: (value: number) => value.toLocaleString(locale),
    /** share 0 to 1 as "72,5 %" */
    percent: (share: number | null, digits = 0) => (share === null ? "–" : `${write(share * 100, digits)} %`),
    /** "0,42", "−0,10" */
    figure: (value: number | null, digits = 2) => (value === null ? "–" : write(value, digits).replace("-", "−")),
    /** marks, at most two places behind the comma */
    marks: (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 }),
  };
}
