import { useTranslation } from "react-i18next";
import { END_REASONS, type EndReason } from "~/domain/people/people-batch";
import { Choice, Choices } from "../choice";
import { SelectField } from "../field";
import { UnitField, type UnitOptionGroup } from "../unit-field";

/** Whether whoever is not in the file leaves their post by it. */
export function FullListChoice({
  units,
  chosen,
  endReason,
  noUnit,
}: {
  units: readonly UnitOptionGroup[];
  /** public id of the unit of which the file is the full list */
  chosen: string | null;
  endReason: EndReason;
  noUnit: boolean;
}) {
  const { t } = useTranslation();
  const full = chosen !== null;
  return (
    <div className="flow">
      <Choices legend={t("imports:mode.legend")}>
        <Choice name="mode" value="changes" defaultChecked={!full} note={t("imports:mode.changesNote")}>
          {t("imports:mode.changes")}
        </Choice>
        <Choice name="mode" value="full" defaultChecked={full} note={t("imports:mode.fullNote")}>
          {t("imports:mode.full")}
        </Choice>
      </Choices>
      <UnitField
        id="unit"
        name="unit"
        label={t("imports:mode.unit")}
        hint={t("imports:mode.unitHint")}
        none={t("imports:mode.noUnit")}
        errors={noUnit ? [t("imports:columns.noUnit")] : []}
        groups={units}
        defaultValue={chosen ?? ""}
        optional
      />
      <SelectField
        id="endReason"
        name="endReason"
        label={t("imports:mode.endReason")}
        options={END_REASONS.map((reason) => ({ value: reason, label: t(`staffing:endReason.${reason}`) }))}
        defaultValue={endReason}
        optional
      />
    </div>
  );
}
