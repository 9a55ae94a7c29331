import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
import { EmptyState } from "./empty-state";
import { Section } from "./section";
import { type StaffRowData, StaffRows } from "./staff-rows";
import { UnitTable, type UnitTableRow } from "./unit-table";

export interface UnitsBelowProps {
  units: readonly UnitTableRow[];
  /** how many units are left out of the list */
  hidden?: number;
  allHref?: string;
  unitHref: (unit: string) => string;
  /** lists of what the people of a unit lack, and of certificates that they do not hold or not for long */
  missingHref: (unit: string) => string;
  openHref: (unit: string) => string;
  /** people of the own office */
  staff: readonly StaffRowData[];
  personHref: (person: string) => string;
}

/** The next step down: the units below in figures, then the people of the own office. */
export function UnitsBelow({ units, hidden = 0, allHref, staff, personHref, ...hrefs }: UnitsBelowProps) {
  const { t } = useTranslation();
  const people = staff.length > 0 && <StaffRows people={staff} hrefOf={personHref} />;
  if (units.length === 0) {
    return (
      <Section title={t("hr:staff.title")}>
        {people || (
          <div className="section-s">
            <EmptyState title={t("hr:staff.none")}>
              <p>{t("hr:staff.noneText")}</p>
            </EmptyState>
          </div>
        )}
      </Section>
    );
  }
  return (
    <Section title={t("hr:units.title")} meta={t(hidden > 0 ? "hr:units.worst" : "hr:units.meta")}>
      <UnitTable caption={t("hr:units.title")} units={units} {...hrefs} />
      {hidden > 0 && allHref && (
        <p>
          <Anchor className="tap" href={allHref}>
            {t("hr:units.all", { count: hidden + units.length })}
          </Anchor>
        </p>
      )}
      {people && <h3 className="h4 section-s">{t("hr:staff.title")}</h3>}
      {people}
    </Section>
  );
}
