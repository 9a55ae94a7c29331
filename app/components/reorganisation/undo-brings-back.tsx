import { useTranslation } from "react-i18next";
import { Section } from "../section";
import { Steps } from "../steps";
import type { ChangeCountsData } from "./change-counts";
import type { ChangeUnitsData } from "./change-units";

/** What an undo brings back: the units as they were, their people, their permissions. */
export function UndoBringsBack({ units, counts }: ChangeUnitsData & { counts: ChangeCountsData }) {
  const { t } = useTranslation();
  const names = (kind: ChangeUnitsData["units"][number]["kind"]) =>
    units
      .filter((unit) => unit.kind === kind)
      .map(({ name }) => name)
      .join(", ");
  const lines = (["ended", "begun", "renamed", "moved"] as const)
    .map((kind) => ({ kind, units: names(kind) }))
    .filter((line) => line.units !== "")
    .map(({ kind, units }) => ({ key: kind as string, title: t(`reorganisation:undo.${kind}`, { units }) }));
  const people =
    counts.people > 0 ? [{ key: "people", title: t("reorganisation:undo.people", { count: counts.people }) }] : [];
  const rest = counts.labels + counts.areas + counts.classified;
  const shared = rest > 0 ? [{ key: "shared", title: t("reorganisation:undo.shared") }] : [];
  const kept = { key: "kept", title: t("reorganisation:undo.kept") };
  return (
    <Section title={t("reorganisation:undo.bringsBack")}>
      <Steps items={[...lines, ...people, ...shared, kept].map((line) => ({ ...line, state: "now" as const }))} />
    </Section>
  );
}
