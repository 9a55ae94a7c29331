import { useTranslation } from "react-i18next";
import { addDays, type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Table } from "../table";

export interface ComparedRecord {
  person: string;
  name: string;
  staffCode: string;
  place: string | null;
  email: string | null;
  names: readonly string[];
  postings: readonly { what: string; from: CivilDate; to: CivilDate | null }[];
  certificates: number;
  courses: number;
  attempts: number;
  own: boolean;
}

/** Two records side by side, line by line. */
export function MergeComparison({ preview }: { preview: { kept: ComparedRecord; merged: ComparedRecord } }) {
  const { t } = useTranslation();
  const none = t("staffing:merge.none");
  const postings = ({ postings }: ComparedRecord) =>
    postings.length === 0
      ? none
      : postings.map(({ what, from, to }) => (
          <span key={`${from} ${what}`}>
            {what},{" "}
            {to
              ? t("staffing:merge.span", { from: showCivilDate(from), until: showCivilDate(addDays(to, -1)) })
              : t("staffing:merge.since", { from: showCivilDate(from) })}
            <br />
          </span>
        ));
  const line = (key: "name" | "code" | "email" | "postings" | "certificates" | "courses" | "attempts") => {
    const of = (record: ComparedRecord) => {
      if (key === "name") return record.names.join(" · ");
      if (key === "code") return record.staffCode;
      if (key === "email") return record.email ?? none;
      if (key === "postings") return postings(record);
      return String(record[key]);
    };
    return { key, cells: [t(`staffing:merge.line.${key}`), of(preview.kept), of(preview.merged)] };
  };
  return (
    <Table
      caption={t("staffing:merge.caption")}
      stack
      columns={[
        { key: "what", label: t("staffing:merge.what") },
        { key: "kept", label: t("staffing:merge.kept") },
        { key: "merged", label: t("staffing:merge.merged") },
      ]}
      rows={[
        line("name"),
        line("code"),
        line("email"),
        line("postings"),
        line("certificates"),
        line("courses"),
        line("attempts"),
      ]}
    />
  );
}
