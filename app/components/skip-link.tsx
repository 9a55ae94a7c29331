import { useTranslation } from "react-i18next";

/** First in the body; `target` is the id of the page's `<main>`. */
export function SkipLink({ target = "main" }: { target?: string }) {
  const { t } = useTranslation("parts");
  return (
    <a className="skip" href={`#${target}`}>
      {t("skip")}
    </a>
  );
}
