import { useTranslation } from "react-i18next";
import type { SittingMode, SittingState } from "~/domain/assessment/sitting";
import { LinkButton } from "../button";

export interface SittingActsProps {
  sitting: string;
  state: SittingState;
  mode: SittingMode;
  officer: boolean;
  mayAct: boolean;
  working: number;
  minutes: boolean;
}

/** What can be done with a sitting as it stands, a link each. */
export function SittingActs({ sitting, state, mode, officer, mayAct, working, minutes }: SittingActsProps) {
  const { t } = useTranslation();
  const decides = officer && mayAct;
  const held = state !== "planned" && state !== "cancelled";
  const goesOn = state === "planned" || state === "open";
  const links = [
    decides && working > 0 && ("extend" as const),
    decides && goesOn && ("candidates" as const),
    decides && goesOn && ("edit" as const),
    "print" as const,
    mayAct && held && ("minutes" as const),
    mayAct && minutes && ("minutes-print" as const),
    decides && mode === "paper" && state !== "cancelled" && ("papers" as const),
    mayAct && mode === "paper" && (state === "over" || state === "closed") && ("entry" as const),
    decides && state === "over" && ("close" as const),
    decides && goesOn && ("cancel" as const),
  ].filter((link) => link !== false);
  return (
    <div className="row no-print">
      {links.map((link) => (
        <LinkButton
          key={link}
          href={`/exams/sittings/${sitting}/${link === "minutes-print" ? "minutes?print=1" : link}`}
          variant="secondary"
        >
          {t(`exams:sitting.link.${link}`)}
        </LinkButton>
      ))}
    </div>
  );
}
