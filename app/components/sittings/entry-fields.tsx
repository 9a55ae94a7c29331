import { useTranslation } from "react-i18next";
import type { SummaryError } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field, SelectField } from "../field";
import { Note } from "../note";

export interface EntryShown {
  codes: readonly string[];
  items: number;
  own: { code: string; letters: Readonly<Record<string, string>> } | null;
  differs: { items: readonly number[]; code: boolean } | null;
  recorded: boolean;
  full: boolean;
}

/** How a sheet stands: entered by oneself, by two who do not agree, or done. */
export function EntryStanding({ entry }: { entry: EntryShown }) {
  const { t } = useTranslation();
  if (entry.recorded)
    return (
      <Note icon="check" title={t("exams:entry.state.recorded")}>
        {t("exams:entry.isRecorded")}
      </Note>
    );
  if (entry.full)
    return (
      <Note tone="warn" icon="alert" title={t("exams:entry.fullTitle")}>
        {t("exams:entry.full")}
      </Note>
    );
  if (entry.differs) {
    return (
      <Note tone="warn" icon="alert" title={t("exams:entry.differTitle")}>
        <p>
          {entry.differs.code
            ? t("exams:entry.differCode")
            : t("exams:entry.differItems", {
                items: entry.differs.items.join(", "),
                count: entry.differs.items.length,
              })}
        </p>
      </Note>
    );
  }
  if (entry.own)
    return (
      <Note icon="info" title={t("exams:entry.ownTitle")}>
        {t("exams:entry.own")}
      </Note>
    );
  return null;
}

/** The version's code and a small field for the letters of each question, in the order of the sheet. */
export function EntryFields({
  entry,
  typed,
  problems,
}: {
  entry: EntryShown;
  typed: Readonly<Record<string, string>> | null;
  problems: readonly SummaryError[];
}) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
  return (
    <>
      <SelectField
        id="code"
        name="code"
        label={t("exams:entry.code")}
        errors={errorOf("code")}
        defaultValue={typed?.code ?? entry.own?.code ?? ""}
        options={[
          { value: "", label: t("exams:grant.choose") },
          ...entry.codes.map((code) => ({ value: code, label: code })),
        ]}
      />
      <p className="hint">{t("exams:entry.lettersHint")}</p>
      <div className="entry-grid">
        {Array.from({ length: entry.items }, (_, index) => index + 1).map((number) => (
          <Field
            key={number}
            id={`a${number}`}
            name={`a${number}`}
            short
            code
            autoComplete="off"
            label={t("exams:entry.item", { number })}
            errors={errorOf(`a${number}`)}
            defaultValue={typed?.[`a${number}`] ?? entry.own?.letters[number] ?? ""}
            maxLength={12}
          />
        ))}
      </div>
    </>
  );
}
