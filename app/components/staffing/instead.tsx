import { useTranslation } from "react-i18next";
import type { PersonnelProblem } from "~/domain/people/personnel-acts";
import { Choice, Choices } from "../choice";
import { EndReasonField } from "./end-reason-field";

/** Postings that stand in the way of an appointment, each to be ended on the same day, in one step with it. */
export function Instead({
  problems,
  ticked,
  reason,
}: {
  problems: readonly PersonnelProblem[];
  ticked: readonly string[];
  reason: string | undefined;
}) {
  const { t } = useTranslation();
  const inTheWay = new Map(problems.flatMap((problem) => wayOf(problem)));
  if (inTheWay.size === 0) return null;
  return (
    <>
      <Choices id="end" legend={t("staffing:instead.title")} hint={t("staffing:instead.hint")}>
        {[...inTheWay].map(([posting, { kind, params }]) => (
          <Choice type="checkbox" key={posting} name="end" value={posting} defaultChecked={ticked.includes(posting)}>
            {t(`staffing:instead.${kind}`, { replace: params })}
          </Choice>
        ))}
      </Choices>
      <EndReasonField defaultValue={reason} errors={undefined} />
    </>
  );
}

type Way = [string, { kind: "holder" | "own"; params: Record<string, string> }];

function wayOf({ code, params }: PersonnelProblem): Way[] {
  const { posting } = params;
  if (!posting) return [];
  if (code === "second-focal-point" || code === "post-held") return [[posting, { kind: "holder", params }]];
  if (code === "overlapping-primary") return [[posting, { kind: "own", params }]];
  return [];
}
