import { useTranslation } from "react-i18next";
import { Table } from "../table";

export interface ImportRowData {
  number: number | null;
  code: string;
  name: string;
  changes: readonly { key: string; label: string; before: string | null; after: string | null }[];
  problems: readonly { key: string; place: string; text: string }[];
}

/** Row by row: whom it is about, what it replaces by what, or why it is refused and where. */
export function ImportRowsTable({ rows, refused }: { rows: readonly ImportRowData[]; refused: boolean }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t("imports:rows.caption")}
      stack
      columns={[
        { key: "number", label: t("imports:rows.number") },
        { key: "who", label: t("imports:rows.who") },
        { key: "what", label: refused ? t("imports:rows.why") : t("imports:rows.what") },
      ]}
      rows={rows.map(({ number, code, name, changes, problems }) => ({
        key: `${number} ${code} ${name} ${changes.map(({ after }) => after).join()}`,
        cells: [
          number === null ? t("imports:rows.notInFile") : number,
          <span key="who">
            {name}
            <br />
            <span className="meta">{code}</span>
          </span>,
          <ul key="what" className="plain">
            {problems.map(({ key, place, text }) => (
              <li key={key}>
                {place && <b>{place}: </b>}
                {text}
              </li>
            ))}
            {changes.map(({ key, label, before, after }) => (
              <li key={key}>
                <span className="meta">{label}: </span>
                {before !== null && (
                  <>
                    <span className="sr">{t("imports:rows.before")} </span>
                    <s>{before}</s>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                {before !== null && <span className="sr"> {t("imports:rows.after")} </span>}
                {after ?? t("imports:rows.none")}
              </li>
            ))}
            {changes.length === 0 && problems.length === 0 && <li>{t("imports:rows.same")}</li>}
          </ul>,
        ],
      }))}
    />
  );
}
