import { useTranslation } from "react-i18next";

/** To the other language and back to a page; the document loads anew, so that nothing stays in the old one. */
export function LanguageForm({ back }: { back: string }) {
  const { i18n } = useTranslation();
  const other = i18n.language === "en" ? { language: "vi", name: "Tiếng Việt" } : { language: "en", name: "English" };
  return (
    <form method="post" action="/language">
      <input type="hidden" name="back" value={back} />
      <button type="submit" className="link-button" name="language" value={other.language} lang={other.language}>
        {other.name}
      </button>
    </form>
  );
}
