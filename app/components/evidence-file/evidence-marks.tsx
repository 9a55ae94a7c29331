import { useTranslation } from "react-i18next";
import type { MarkEvidence } from "~/domain/evidence-file/evidence-file";
import { useInstant } from "../exams/attempt-log";
import { useFigures } from "../figures";
import { Section } from "../section";
import { Table } from "../table";

const KINDS = ["task", "item", "appeal"] as const;
const WAYS = ["single", "mean", "third", "appeal"] as const;

/** Who marked what, by name, and the mark that was told. Nothing where no person marked. */
export function EvidenceMarks({ marks }: { marks: readonly MarkEvidence[] }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const figures = useFigures();
  if (marks.length === 0) return null;
  const points = (given: number | null, max: number | null) =>
    given === null || max === null ? "–" : `${figures.marks(given)} / ${figures.marks(max)}`;
  return (
    <Section title={t("reports:evidence.marks.title")} meta={t("reports:evidence.marks.meta")}>
      <Table
        caption={t("reports:evidence.marks.title")}
        columns={[
          { key: "what", label: t("reports:evidence.marks.what") },
          { key: "who", label: t("reports:evidence.marks.who") },
          { key: "points", label: t("reports:evidence.marks.points"), num: true },
          { key: "when", label: t("reports:evidence.marks.when") },
        ]}
        rows={marks.flatMap((mark, index) => {
          const what = [
            t(`marking:kind.${KINDS.find((each) => each === mark.kind) ?? "task"}`),
            mark.item ? t("reports:evidence.marks.item", { number: mark.item }) : "",
          ]
            .filter(Boolean)
            .join(", ");
          return [
            ...mark.markers.map((marker) => ({
              key: `${index}-${marker.place}`,
              cells: [what, marker.name, points(marker.points, marker.max), marker.at ? instant(marker.at) : "–"],
            })),
            ...(mark.told
              ? [
                  {
                    key: `${index}-told`,
                    cells: [
                      `${what}: ${t("reports:evidence.marks.told")} (${t(
                        `marking:how.${WAYS.find((each) => each === mark.told?.how) ?? "single"}`,
                      )})`,
                      mark.told.by ?? "–",
                      points(mark.told.points, mark.told.max),
                      instant(mark.told.at),
                    ],
                  },
                ]
              : []),
          ];
        })}
      />
    </Section>
  );
}
