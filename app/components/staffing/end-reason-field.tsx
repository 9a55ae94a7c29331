import { useTranslation } from "react-i18next";
import { END_REASONS, type EndReason } from "~/domain/people/people-batch";
import { SelectField } from "../field";

/** Why someone leaves a post; a reorganisation ends posts by itself and is not chosen. */
export function EndReasonField({
  defaultValue,
  errors,
}: {
  defaultValue: string | undefined;
  errors: string[] | undefined;
}) {
  const { t } = useTranslation();
  const reasons: readonly EndReason[] = END_REASONS.filter((reason) => reason !== "reorganisation");
  return (
    <SelectField
      id="reason"
      name="reason"
      label={t("staffing:field.reason")}
      errors={errors}
      defaultValue={defaultValue ?? "transfer"}
      options={reasons.map((reason) => ({ value: reason, label: t(`staffing:endReason.${reason}`) }))}
    />
  );
}
