import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";

export interface FileLine {
  id: string;
  name: string;
  bytes: number;
}

/** A text and files that can no longer be changed. */
export function HandedWork({
  text,
  files,
  hrefOf,
}: {
  text: string;
  files: readonly FileLine[];
  hrefOf: (file: string) => string;
}) {
  const { t } = useTranslation();
  return (
    <div className="flow section-s">
      {text.trim() === "" ? <p className="meta">{t("tasks:noText")}</p> : <div className="handed pre-line">{text}</div>}
      {files.length > 0 && (
        <ul className="plain">
          {files.map((file) => (
            <li key={file.id}>
              <Anchor className="tap" href={hrefOf(file.id)} reload>
                {t("tasks:files.one", { name: file.name, kb: Math.max(1, Math.round(file.bytes / 1024)) })}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
