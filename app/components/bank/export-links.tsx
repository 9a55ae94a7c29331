import { useTranslation } from "react-i18next";
import { QUESTION_FORMATS } from "~/domain/question-files/place";
import { Anchor } from "../anchor";

/** The questions of a bank as files, in the three formats that can be brought in again. */
export function ExportLinks({ slug, template = false }: { slug: string; template?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul>
      {QUESTION_FORMATS.map((format) => (
        <li key={format}>
          <Anchor
            className="tap"
            href={template ? `/bank/templates/${format}?bank=${slug}` : `/bank/${slug}/export/${format}`}
            reload
          >
            {t(`bank:export.format.${format}`)}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
