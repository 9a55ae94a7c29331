import { useTranslation } from "react-i18next";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
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
  /** of the unit asked for: it stays among the choices though it is further down the tree */
  unitName?: string | null;
  /** what else the address keeps: parts of the page's own */
  keep?: Readonly<Record<string, string | null>>;
  /** given where the list has states */
  states?: { chosen: string; options: Options };
}

/** The same page for a position, a programme, a unit, a state. The date stays. */
export function ReportFilters({
  query,
  positions,
  programmes,
  units,
  unitName,
  states,
  keep = {},
}: ReportFiltersProps) {
  const { t } = useTranslation();
  const any = [{ value: "", label: t("hr:filter.any") }];
  const listed = units?.some(({ value }) => value === query.unit) ?? false;
  const further = units && query.unit && unitName && !listed ? [{ value: query.unit, label: unitName }] : [];
  const chosenUnit = listed || further.length > 0 ? query.unit : null;
  return (
    <FilterForm
      submit={t("hr:filter.submit")}
      keep={[
        { name: "ngay", value: query.asOf === query.today ? null : query.asOf },
        { name: "unit", value: units ? null : query.unit },
        { name: "map", value: query.asOf === query.today ? null : (query.map ?? null) },
        { name: "biet", value: query.asOf === query.today ? null : (query.known ?? null) },
        ...Object.entries(keep).map(([name, value]) => ({ name, value })),
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
      <SelectField
        id="employment"
        name="employment"
        label={t("hr:filter.employment")}
        defaultValue={query.employment ?? ""}
        options={[...any, ...EMPLOYMENTS.map((value) => ({ value, label: t(`staffing:employment.${value}`) }))]}
      />
      {units && (
        <SelectField
          id="unit"
          name="unit"
          label={t("hr:filter.unit")}
          defaultValue={chosenUnit ?? ""}
          options={[...any, ...further, ...units]}
        />
      )}
    </FilterForm>
  );
}
