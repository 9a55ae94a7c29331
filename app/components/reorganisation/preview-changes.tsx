import { useTranslation } from "react-i18next";
import type { UnitTypeKey } from "~/domain/organisation/organisation-facts";
import { Fold } from "../fold";
import { Icon } from "../icon";
import { Section } from "../section";
import { Table } from "../table";
import { type EndingData, PostName } from "./decision-fields";

export interface PreviewChangesData {
  units: readonly {
    change: "begun" | "ended" | "endedAlone" | "renamed" | "moved" | "reclassified" | "area";
    values: Record<string, string>;
    type: UnitTypeKey | null;
  }[];
  levels: readonly { before: string; after: string }[];
  areas: readonly { change: "begun" | "ended" | "changed"; before: string; after: string }[];
  counts: readonly { key: string; name: string; before: number; after: number }[];
  people: { before: number; after: number };
}

/** Everything that changes about units, levels and areas, one a line. */
export function UnitChanges({ units, levels, areas }: Pick<PreviewChangesData, "units" | "levels" | "areas">) {
  const { t } = useTranslation();
  const lines = [
    ...units.map(({ change, values, type }) =>
      t(`reorganisation:unit.${change}`, type ? { ...values, type: t(`reorganisation:type.${type}`) } : values),
    ),
    ...levels.map((values) => t("reorganisation:unit.level", values)),
    ...areas.map(({ change, ...values }) => t(`reorganisation:area.${change}`, values)),
  ];
  return (
    <Section
      title={t("reorganisation:preview.units")}
      meta={t("reorganisation:preview.changes", { count: lines.length })}
    >
      <ul className="plain">
        {lines.map((line) => (
          <li className="item" key={line}>
            {line}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** People in each unit that ends or takes over, the day before and on the day. */
export function HeadCounts({ counts, people }: Pick<PreviewChangesData, "counts" | "people">) {
  const { t } = useTranslation();
  if (counts.length === 0) return null;
  return (
    <Section title={t("reorganisation:preview.counts")}>
      <Table
        caption={t("reorganisation:preview.counts")}
        columns={[
          { key: "unit", label: t("reorganisation:preview.unit") },
          { key: "before", label: t("reorganisation:preview.before"), num: true },
          { key: "after", label: t("reorganisation:preview.after"), num: true },
        ]}
        rows={[
          ...counts.map(({ key, name, before, after }) => ({ key, cells: [name, before, <b key="after">{after}</b>] })),
          {
            key: "all",
            cells: [
              <b key="all">{t("reorganisation:preview.all")}</b>,
              people.before,
              <b key="after">{people.after}</b>,
            ],
          },
        ]}
      />
    </Section>
  );
}

/** Every post of the units that end, who holds it and where it goes. */
export function PostWays({ ending }: { ending: readonly EndingData[] }) {
  const { t } = useTranslation();
  const units = ending.filter(({ posts }) => posts.length > 0);
  if (units.length === 0) return null;
  return (
    <Section title={t("reorganisation:preview.posts")}>
      {units.map((unit) => {
        const names = new Map(unit.heirs.map(({ key, name }) => [key, name]));
        return (
          <Fold
            key={unit.key}
            summary={t("reorganisation:preview.postsOf", {
              count: unit.posts.length + unit.hiddenPosts,
              unit: unit.name,
            })}
          >
            <ul className="plain">
              {unit.posts.map((post) => (
                <li className="item" key={post.publicId}>
                  <PostName post={post} />{" "}
                  <span className="meta">
                    <Icon name={post.to === null ? "cross" : "right"} />{" "}
                    {post.to === null ? t("reorganisation:preview.ends") : names.get(post.to)}
                    {post.becomesDeputy && ` · ${t("reorganisation:preview.becomesDeputy")}`}
                  </span>
                </li>
              ))}
            </ul>
            {unit.hiddenPosts > 0 && (
              <p className="section-xs">{t("reorganisation:preview.hiddenPosts", { count: unit.hiddenPosts })}</p>
            )}
          </Fold>
        );
      })}
    </Section>
  );
}
