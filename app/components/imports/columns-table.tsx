import { useTranslation } from "react-i18next";
import { FIELDS_OF, type Field, type ImportKind } from "~/domain/imports/fields";
import { columnLetter } from "~/domain/imports/table";
import { Table } from "../table";

/** The columns of a file: heading, first values, and what each is taken for. */
export function ColumnsTable({
  kind,
  sheet,
  mapping,
}: {
  kind: ImportKind;
  sheet: { headings: readonly string[]; sample: readonly (readonly string[])[] };
  mapping: readonly (Field | null)[];
}) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t("imports:columns.caption")}
      stack
      columns={[
        { key: "heading", label: t("imports:columns.heading") },
        { key: "sample", label: t("imports:columns.sample") },
        { key: "field", label: t("imports:columns.field") },
      ]}
      rows={sheet.headings.map((heading, column) => ({
        key: String(column),
        cells: [
          heading || t("imports:columns.unnamed", { letter: columnLetter(column) }),
          sheet.sample
            .map((row) => row[column])
            .filter(Boolean)
            .join(" · ") || t("imports:columns.nothing"),
          <select
            key="field"
            id={`column${column}`}
            name={`column${column}`}
            className="input"
            defaultValue={mapping[column] ?? ""}
            aria-label={t("imports:columns.fieldOf", { heading: heading || columnLetter(column) })}
          >
            <option value="">{t("imports:columns.ignore")}</option>
            {FIELDS_OF[kind].map((field) => (
              <option key={field} value={field}>
                {t(`imports:field.${field}`)}
              </option>
            ))}
          </select>,
        ],
      }))}
    />
  );
}
