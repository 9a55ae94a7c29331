import { useTranslation } from "react-i18next";
import type { Programme } from "~/domain/certification/programme";
import { Facts } from "../facts";
import { type RequirementTitles, RequirementTree } from "./requirement-tree";
import { ValidityWords } from "./validity-words";

/** The rules of a programme: what is asked for, how long it holds, how it is renewed. */
export function ProgrammeRules({
  programme,
  names,
}: {
  programme: Pick<Programme, "requires" | "renewal" | "validity"> & Partial<Programme>;
  names: RequirementTitles;
}) {
  const { t } = useTranslation("programmes");
  const { requires, renewal, validity, min_held_days: held = 0, posts, equipment_class } = programme;
  return (
    <Facts
      long
      items={[
        { term: t("rules.requires"), value: <RequirementTree tree={requires} names={names} /> },
        { term: t("rules.validity"), value: <ValidityWords validity={validity} /> },
        ...(validity === null
          ? []
          : [
              { term: t("rules.window"), value: t("rules.windowDays", { count: renewal.window_days }) },
              ...(renewal.grace_days > 0
                ? [{ term: t("rules.grace"), value: t("rules.graceDays", { count: renewal.grace_days }) }]
                : []),
              {
                term: t("rules.shorter"),
                value: renewal.requires ? <RequirementTree tree={renewal.requires} names={names} /> : t("rules.again"),
              },
            ]),
        ...(held > 0 ? [{ term: t("rules.held"), value: t("rules.heldDays", { count: held }) }] : []),
        ...(posts ? [{ term: t("rules.posts"), value: t("rules.oneStop") }] : []),
        ...(equipment_class ? [{ term: t("rules.equipment"), value: equipment_class }] : []),
      ]}
    />
  );
}
