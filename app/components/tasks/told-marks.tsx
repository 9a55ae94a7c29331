import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Section } from "../section";
import { Table } from "../table";
import type { RubricLine } from "./rubric-table";

export interface ToldMarksProps {
  page: {
    work: string;
    criteria: readonly RubricLine[];
    told: readonly {
      subjectId: number;
      kind: "task" | "appeal";
      points: number;
      max: number;
      passed: boolean;
      at: string;
      lines: readonly { key: string; points: number; comments: readonly string[] }[];
      comments: readonly string[];
    }[];
  };
}

/** The marks that were told, by criterion, with what the markers say; an appeal's above the one it was against. */
export function ToldMarks({ page }: ToldMarksProps) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  const appealed = page.told.some(({ kind }) => kind === "appeal");
  return (
    <>
      {page.told.map((mark) => (
        <Section
          key={mark.subjectId}
          title={t(`tasks:told.${mark.kind}`)}
          meta={t("tasks:told.at", { date: showCivilDate(civilDateOf(mark.at)) })}
        >
          <p className="lead section-s">
            {t(mark.passed ? "tasks:told.passed" : "tasks:told.failed", {
              points: points(mark.points),
              max: points(mark.max),
            })}
          </p>
          <Table
            caption={t("tasks:told.byCriterion")}
            columns={[
              { key: "criterion", label: t("tasks:told.criterion") },
              { key: "points", label: t("tasks:told.points"), num: true },
              { key: "comment", label: t("tasks:told.comment") },
            ]}
            stack
            rows={page.criteria.map(({ key, title, points: most }) => {
              const line = mark.lines.find((each) => each.key === key);
              return {
                key,
                cells: [
                  title,
                  t("tasks:told.of", { points: points(line?.points ?? 0), max: points(most) }),
                  (line?.comments ?? []).join(" · ") || "–",
                ],
              };
            })}
          />
          {mark.comments.map((comment, index) => (
            // two markers may say the same; their order never changes
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
            <p key={index} className="pre-line section-s">
              {comment}
            </p>
          ))}
          {mark.kind === "task" && !appealed && (
            <p>
              <Anchor className="tap" href={`/requests/new?kind=appeal-mark&about=task-${page.work}`}>
                {t("requests:kind.appeal-mark")}
              </Anchor>
            </p>
          )}
        </Section>
      ))}
    </>
  );
}
