import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProposalAct } from "~/domain/bank/proposal-state";
import { Button, LinkButton } from "../button";
import { FieldFrame } from "../field";
import { Fold } from "../fold";

export interface ProposalDecisionProps {
  proposal: string;
  may: readonly ProposalAct[];
  seen: number;
  once: string;
  typed: string;
  /** words are owed and were not given */
  wordsMissing: boolean;
}

/** What the viewer can do with a proposal now, each a button; words go with any of them. */
export function ProposalDecision({ proposal, may, seen, once, typed, wordsMissing }: ProposalDecisionProps) {
  const { t } = useTranslation();
  const acts = may.filter((act): act is Exclude<ProposalAct, "write"> => act !== "write");
  const decides = acts.includes("return");
  return (
    <Form method="post" className="flow section-s">
      <input type="hidden" name="seen" value={seen} readOnly />
      <input type="hidden" name="once" value={once} readOnly />
      {(decides || acts.includes("propose")) && (
        <FieldFrame
          id="text"
          label={t("bank:decide.text")}
          hint={t(decides ? "bank:decide.textHint" : "bank:decide.whyHint")}
          errors={wordsMissing ? [t("bank:trouble.words-missing")] : undefined}
          optional={!decides}
        >
          {(aria) => (
            <textarea {...aria} className="input" name="text" rows={3} maxLength={2000} defaultValue={typed} />
          )}
        </FieldFrame>
      )}
      <p className="row">
        {acts.includes("approve") && (
          <Button name="act" value="approve">
            {t("bank:decide.approve")}
          </Button>
        )}
        {acts.includes("propose") && (
          <Button name="act" value="propose">
            {t("bank:decide.propose")}
          </Button>
        )}
        {decides && (
          <>
            <Button name="act" value="return" variant="secondary">
              {t("bank:decide.return")}
            </Button>
            <Button name="act" value="reject" variant="secondary">
              {t("bank:decide.reject")}
            </Button>
          </>
        )}
        {may.includes("write") && (
          <LinkButton href={`/bank/proposals/${proposal}/edit`} variant="secondary" icon="pen">
            {t("bank:decide.write")}
          </LinkButton>
        )}
      </p>
      {acts.includes("withdraw") && (
        <Fold summary={t("bank:decide.withdraw")}>
          <p>{t("bank:decide.withdrawMeans")}</p>
          <p className="section-xs">
            <Button name="act" value="withdraw" variant="danger">
              {t("bank:decide.withdrawNow")}
            </Button>
          </p>
        </Fold>
      )}
    </Form>
  );
}
