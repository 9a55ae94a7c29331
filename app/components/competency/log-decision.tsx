import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LogAct } from "~/domain/practice-log/log-state";
import { Button } from "../button";
import { Section } from "../section";
import { TextArea } from "../text-area";

export interface LogDecisionProps {
  view: { own: boolean; state: string; may: readonly LogAct[] };
  onceKey: string;
  /** said at the words */
  problem: string | undefined;
}

/** What the leader may do: confirm in one step, give back with words; a confirmed entry can still be given back. */
export function LogDecision({ view, onceKey, problem }: LogDecisionProps) {
  const { t } = useTranslation();
  if (view.own || view.may.length === 0) return null;
  const confirms = view.may.includes("confirm");
  return (
    <Section title={t("competency:decide.title")}>
      {confirms && (
        <Form method="post" className="flow section-s">
          <input type="hidden" name="onceKey" value={onceKey} />
          <input type="hidden" name="act" value="confirm" />
          <p>{t("competency:decide.what")}</p>
          <Button>{t("competency:decide.confirm")}</Button>
        </Form>
      )}
      <Form method="post" className="flow section-s">
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="act" value="return" />
        <TextArea
          id="text"
          name="text"
          label={t(confirms ? "competency:decide.reason" : "competency:decide.reasonConfirmed")}
          hint={t("competency:decide.reasonHint")}
          errors={problem ? [problem] : undefined}
          maxLength={1000}
        />
        <Button variant="secondary">{t("competency:decide.return")}</Button>
      </Form>
    </Section>
  );
}
