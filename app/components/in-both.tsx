import { useTranslation } from "react-i18next";
import type { Bilingual } from "~/domain/text/bilingual";

/** A text in the reader's language; where only the Vietnamese one is known, it says so to screen readers. */
export function InBoth({ text }: { text: Bilingual }) {
  const { i18n } = useTranslation();
  if (i18n.language !== "en") return text.vi;
  return text.en === text.vi ? <span lang="vi">{text.vi}</span> : text.en;
}
