import { useTranslation } from "react-i18next";
import { wordCount } from "~/domain/assessment/task-state";
import { Anchor } from "../anchor";
import { Section } from "../section";

export interface WorkToMarkProps {
  page: {
    place: string;
    stem: string;
    text: string;
    items: readonly unknown[];
    files: readonly { number: number; mediaType: string; bytes: number }[];
    round: number;
  };
}

/** What was asked, and what was answered: no name, no unit. A whole paper stands in the sheet itself. */
export function WorkToMark({ page }: WorkToMarkProps) {
  const { t } = useTranslation();
  if (page.items.length > 0) return <p className="prose">{t("marking:place.paperText")}</p>;
  return (
    <div className="flow-l">
      <Section title={t("marking:place.asked")}>
        <p className="pre-line section-s">{page.stem}</p>
      </Section>
      <Section
        title={t("marking:place.work")}
        meta={[
          t("tasks:words", { count: wordCount(page.text) }),
          ...(page.round > 0 ? [t("marking:place.round", { number: page.round + 1 })] : []),
        ].join(" · ")}
      >
        {page.text.trim() === "" ? (
          <p className="meta">{t("tasks:noText")}</p>
        ) : (
          <div className="handed pre-line section-s">{page.text}</div>
        )}
        {page.files.length > 0 && (
          <ul className="plain section-s">
            {page.files.map((file) => (
              <li key={file.number}>
                <Anchor className="tap" href={`/marking/${page.place}/files/${file.number}`} reload>
                  {t("marking:place.file", {
                    number: file.number,
                    kind: fileKind(file.mediaType),
                    kb: Math.max(1, Math.round(file.bytes / 1024)),
                  })}
                </Anchor>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPG",
  "application/vnd.oasis.opendocument.text": "ODT",
};

function fileKind(mediaType: string): string {
  return KINDS[mediaType] ?? "DOCX";
}
