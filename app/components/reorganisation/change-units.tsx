import { useTranslation } from "react-i18next";
import { Row, Rows } from "../rows";
import { Section } from "../section";

const KINDS = ["ended", "begun", "renamed", "moved"] as const;

export interface ChangeUnitsData {
  units: readonly { kind: (typeof KINDS)[number]; unit: string; name: string }[];
  /** what began by it is no more: it has no page to go to */
  undone?: boolean;
}

/** The units that a reorganisation touched, with links to their pages. */
export function ChangeUnits({ units, undone = false }: ChangeUnitsData) {
  const { t } = useTranslation();
  return (
    <>
      {KINDS.map((kind) => {
        const those = units.filter((unit) => unit.kind === kind);
        if (those.length === 0) return null;
        return (
          <Section
            key={kind}
            title={t(`reorganisation:done.${kind}`)}
            meta={t("reorganisation:field.groupOf", { count: those.length })}
          >
            <Rows>
              {those.map(({ unit, name }) => (
                <Row key={unit} title={name} href={undone && kind === "begun" ? undefined : `/units/${unit}`} />
              ))}
            </Rows>
          </Section>
        );
      })}
    </>
  );
}
