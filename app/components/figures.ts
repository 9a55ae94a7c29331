import { useTranslation } from "react-i18next";
import { writeNumber } from "~/domain/text/write-number";
import type { Language } from "~/i18n/language";

/** Figures as the reader's language writes them. */
export function useFigures() {
  const { i18n } = useTranslation();
  const write = (value: number, options?: Parameters<typeof writeNumber>[2]) =>
    writeNumber(value, i18n.language as Language, options);
  const toDigits = (value: number, digits: number) =>
    write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    /** "20.000" */
    count: (value: number) => write(value),
    /** share 0 to 1 as "72,5 %" */
    percent: (share: number | null, digits = 0) => (share === null ? "–" : `${toDigits(share * 100, digits)} %`),
    /** "0,42", "−0,10" */
    figure: (value: number | null, digits = 2) => (value === null ? "–" : toDigits(value, digits).replace("-", "−")),
    /** marks, points and hours: "8,27"; what is beyond two digits says nothing more */
    marks: (value: number) => write(value, { maximumFractionDigits: 2 }),
  };
}
