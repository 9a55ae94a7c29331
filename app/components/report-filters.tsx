import { useTranslation } from "react-i18next";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { SelectField } from "./field";
import { FilterForm } from "./filter-form";

type Options = readonly { value: string; label: string }[];

export interface ReportFiltersProps {
  query: ReportQuery;
  positions: Options;
  programmes: Options;
  /** given where the unit is chosen from a list, not by drilling down */
  units?: Options;
  /** given where the list has states */
  states?: { chosen: string; options: Options };
}

/** The same page for a position, a programme, a unit, a state. The date stays. */
export function ReportFilters({ query, positions, programmes, units, states }: ReportFiltersProps) {
  const { t } = useTranslation();
  const any = [{ value: "", label: t("hr:filter.any") }];
  const chosenUnit = units?.some(({ value }) => value === query.unit) ? query.unit : null;
  return (
    <FilterForm
      submit={t("hr:filter.submit")}
      keep={[
        { name: "ngay", value: query.asOf === query.today ? null : query.asOf },
        { name: "unit", value: units ? null : query.unit },
        { name: "map", value: query.asOf === query.today ? null : (query.map ?? null) },
      ]}
    >
      {states && (
        <SelectField
          id="state"
          name="state"
          label={t("hr:filter.state")}
          defaultValue={states.chosen}
          options={states.options}
        />
      )}
      <SelectField
        id="position"
        name="position"
        label={t("hr:filter.position")}
        defaultValue={query.position ?? ""}
        options={[...any, ...positions]}
      />
      <SelectField
        id="programme"
        name="programme"
        label={t("hr:filter.programme")}
        defaultValue={query.programme ?? ""}
        options={[...any, ...programmes]}
      />
      {units && (
        <SelectField
          id="unit"
          name="unit"
          label={t("hr:filter.unit")}
          defaultValue={chosenUnit ?? ""}
          options={[...any, ...units]}
        />
      )}
    </FilterForm>
  );
}
