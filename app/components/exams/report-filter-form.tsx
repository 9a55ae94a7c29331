import { useTranslation } from "react-i18next";
import { COUNTED } from "~/domain/statistics/counted-attempts";
import type { ReportFilter } from "~/domain/statistics/report-filter";
import { showCivilDate } from "~/domain/time/civil-date";
import { Field, SelectField } from "../field";
import { FilterForm } from "../filter-form";

/** Narrows a report: by course version, by days, by exam day, and by which attempts of a person count. */
export function ReportFilterForm({
  filter,
  versions,
  sittings,
  counting = true,
}: {
  filter: ReportFilter;
  versions: readonly { id: number; number: string }[];
  sittings: readonly { sitting: string; title: string; on: string }[];
  counting?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <FilterForm submit={t("statistics:filter.submit")}>
      {versions.length > 1 && (
        <SelectField
          id="version"
          name="version"
          label={t("statistics:filter.version")}
          defaultValue={filter.version ?? ""}
          options={[
            { value: "", label: t("statistics:filter.allVersions") },
            ...versions.map(({ id, number }) => ({ value: String(id), label: number })),
          ]}
        />
      )}
      {counting && (
        <SelectField
          id="counted"
          name="counted"
          label={t("statistics:filter.counted")}
          defaultValue={filter.counted}
          options={COUNTED.map((value) => ({ value, label: t(`statistics:counted.${value}`) }))}
        />
      )}
      {sittings.length > 0 && (
        <SelectField
          id="sitting"
          name="sitting"
          label={t("statistics:filter.sitting")}
          defaultValue={filter.sitting ?? ""}
          options={[
            { value: "", label: t("statistics:filter.allSittings") },
            ...sittings.map(({ sitting, title, on }) => ({ value: sitting, label: `${title} (${showCivilDate(on)})` })),
          ]}
        />
      )}
      <Field
        id="from"
        name="from"
        label={t("statistics:filter.from")}
        short
        placeholder="dd/mm/yyyy"
        defaultValue={filter.from ? showCivilDate(filter.from) : ""}
      />
      <Field
        id="until"
        name="until"
        label={t("statistics:filter.until")}
        short
        placeholder="dd/mm/yyyy"
        defaultValue={filter.until ? showCivilDate(filter.until) : ""}
      />
    </FilterForm>
  );
}
