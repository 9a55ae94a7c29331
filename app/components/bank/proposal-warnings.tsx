import { useTranslation } from "react-i18next";
import type { ProposalKind, ProposalState } from "~/domain/bank/proposal-state";
import type { Difference } from "~/domain/bank/question-difference";
import { Anchor } from "../anchor";
import { Note } from "../note";
import { Differences } from "./differences";

export interface ProposalWarningsProps {
  view: {
    proposal: string;
    kind: ProposalKind;
    state: ProposalState;
    bank: string;
    key: string;
    stale: Difference[] | null;
    marks: { papers: number } | null;
    names: Record<string, string>;
    hand: boolean;
  };
}

/** What whoever decides should know first: it is out of date, it would mark papers of the past differently, it is one's own. */
export function ProposalWarnings({ view }: ProposalWarningsProps) {
  const { t } = useTranslation();
  const { bank, key, stale, marks } = view;
  if (!stale && !marks && !(view.hand && view.state === "proposed")) return null;
  return (
    <div className="flow">
      {stale && (
        <Note tone="bad" icon="alert" title={t("bank:stale.title")}>
          <p>{t("bank:stale.text")}</p>
          {stale.length > 0 && <Differences differences={stale} names={view.names} />}
          {view.kind === "change" && (
            <p>
              <Anchor className="tap" href={`/bank/${bank}/questions/${key}/edit?proposal=${view.proposal}`}>
                {t("bank:stale.again")}
              </Anchor>
            </p>
          )}
        </Note>
      )}
      {marks && (
        <Note tone="warn" icon="alert" title={t("bank:marks.title", { count: marks.papers })}>
          <p>{t("bank:marks.text")}</p>
          <p>
            <Anchor className="tap" href={`/exams/${bank}/regrade/new?question=${key}`}>
              {t("bank:marks.regrade")}
            </Anchor>
          </p>
        </Note>
      )}
      {view.hand && view.state === "proposed" && (
        <Note>
          <p>{t("bank:proposal.own")}</p>
        </Note>
      )}
    </div>
  );
}
