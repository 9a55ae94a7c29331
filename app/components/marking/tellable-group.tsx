import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { Button } from "../button";
import { Choice, Choices } from "../choice";
import { useFigures } from "../figures";
import { Section } from "../section";

export interface TellableGroupProps {
  group: {
    key: string;
    course: string;
    sitting: string | null;
    open: number;
    ready: readonly {
      id: string;
      person: string;
      code: string;
      kind: "task" | "item" | "appeal";
      title: string;
      items: number;
      final: { points: number; max: number; how: "single" | "mean" | "third" | "appeal" };
      marks: readonly { marker: string; points: number; max: number }[];
    }[];
  };
  /** what was ticked when the form came back; null: everything */
  chosen: readonly string[] | null;
  problem: "none-chosen" | "not-confirmed" | null;
}

/** Marks of a course that can be told together: each with what it is made of, a tick, and the confirmation. */
export function TellableGroup({ group, chosen, problem }: TellableGroupProps) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  const id = group.key.replace(/\W+/g, "-");
  const titleOf = (line: (typeof group.ready)[number]) => {
    if (line.kind === "item") return t("marking:release.items", { count: line.items });
    return line.title || t("marking:wholePaper");
  };
  return (
    <Section
      title={[group.course, group.sitting].filter(Boolean).join(" · ")}
      meta={group.open > 0 ? t("marking:release.open", { count: group.open }) : undefined}
    >
      {group.ready.length === 0 ? (
        <p className="meta section-s">{t("marking:release.nothingReady")}</p>
      ) : (
        <Form method="post" className="flow section-s">
          <input type="hidden" name="group" value={group.key} />
          <Choices
            id={`marks-${id}`}
            legend={t("marking:release.choose")}
            errors={problem === "none-chosen" ? [t("marking:release.problem.none-chosen")] : undefined}
          >
            {group.ready.map((line) => (
              <Choice
                key={line.id}
                type="checkbox"
                name="mark"
                value={line.id}
                defaultChecked={chosen === null || chosen.includes(line.id)}
                note={[
                  t(`marking:kind.${line.kind}`),
                  titleOf(line),
                  ...line.marks.map((mark) =>
                    t("marking:release.by", { marker: mark.marker, points: points(mark.points) }),
                  ),
                ].join(" · ")}
              >
                {t("marking:release.line", {
                  person: line.person,
                  points: points(line.final.points),
                  max: points(line.final.max),
                })}{" "}
                <span className="meta">({t(`marking:how.${line.final.how}`)})</span>
              </Choice>
            ))}
          </Choices>
          <Choices
            id={`confirm-${id}`}
            legend={t("marking:release.confirmLegend")}
            errors={problem === "not-confirmed" ? [t("marking:release.problem.not-confirmed")] : undefined}
          >
            <Choice type="checkbox" name="confirm" value="yes">
              {t("marking:release.confirm")}
            </Choice>
          </Choices>
          <div>
            <Button>{t("marking:release.submit")}</Button>
          </div>
          {group.ready.some(({ kind }) => kind === "task") && (
            <p className="meta">
              {t("marking:release.orRework")}{" "}
              {group.ready
                .filter(({ kind }) => kind === "task")
                .map((line) => (
                  <Anchor key={line.id} className="tap" href={`/marking/release/${line.id}/rework`}>
                    {line.person} ({line.code}){" "}
                  </Anchor>
                ))}
            </p>
          )}
        </Form>
      )}
    </Section>
  );
}
