import { useTranslation } from "react-i18next";
import type { Difference } from "~/domain/bank/question-difference";
import { Anchor } from "../anchor";
import { Fold } from "../fold";
import { Section } from "../section";
import { Timeline } from "../timeline";
import { Differences } from "./differences";

export interface QuestionHistoryProps {
  lines: readonly {
    id: number;
    kind: "files" | "approved" | "retired";
    on: string;
    by: string | null;
    version: number;
    versionId: number;
    differences: Difference[];
    papers: number;
  }[];
  names: Readonly<Record<string, string>>;
  /** where an author begins again from an earlier version; null: not for the viewer */
  editHref: string | null;
}

/** Every version of a question: where it came from, what it said differently, how many papers hold it. */
export function QuestionHistory({ lines, names, editHref }: QuestionHistoryProps) {
  const { t } = useTranslation();
  const [newest] = lines;
  return (
    <Section className="section" title={t("bank:history.title")}>
      <Timeline
        events={lines.map((line) => ({
          key: `${line.id}`,
          date: line.on,
          title: t(`bank:history.${line.kind}`, { version: line.version }),
          kind:
            line.kind === "retired"
              ? ("ended" as const)
              : line.kind === "approved"
                ? ("milestone" as const)
                : undefined,
          meta: (
            <>
              {[line.by, t("bank:question.papers", { count: line.papers })].filter(Boolean).join(" · ")}
              {editHref && line.versionId !== newest?.versionId && (
                <>
                  {" · "}
                  <Anchor className="tap" href={`${editHref}?version=${line.versionId}`}>
                    {t("bank:history.again", { version: line.version })}
                  </Anchor>
                </>
              )}
            </>
          ),
          more: line.differences.length > 0 && (
            <Fold summary={t("bank:history.differences", { count: line.differences.length })}>
              <Differences differences={line.differences} names={names} />
            </Fold>
          ),
        }))}
      />
    </Section>
  );
}
