import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RequestContent } from "~/domain/requests/request-kind";
import type { RequestEventKind } from "~/domain/requests/request-state";
import { Button, type ButtonVariant } from "./button";
import { DateField } from "./date-field";
import { FieldFrame } from "./field";
import { Note } from "./note";
import { Section } from "./section";

export interface RequestDecisionProps {
  view: { content: RequestContent; own: boolean; may: readonly RequestEventKind[] };
  today: string;
  typed?: { text: string; on: string | null };
  problem?: string;
}

const VARIANTS: Partial<Record<RequestEventKind, ButtonVariant>> = { refused: "danger", withdrawn: "danger" };

/** What the viewer may do with a request now: words for the person, the day where one is needed, a button for each way. */
export function RequestDecision({ view, today, typed, problem }: RequestDecisionProps) {
  const { t } = useTranslation();
  const { content, may } = view;
  const closes = may.filter((event) => event !== "taken");
  const onlyWithdraws = closes.length === 1 && closes[0] === "withdrawn";
  const [main] = closes.filter((event) => event === "approved" || event === "answered" || event === "supplemented");
  return (
    <Section title={t(view.own ? "requests:decide.own" : "requests:decide.title")}>
      {may.includes("taken") && (
        <Form method="post" className="section-s">
          <p className="meta">{t("requests:decide.takeText")}</p>
          <p>
            <Button variant="secondary" name="event" value="taken">
              {t("requests:decide.taken")}
            </Button>
          </p>
        </Form>
      )}
      <Form method="post" className="flow section-s">
        {!onlyWithdraws && (
          <FieldFrame
            id="text"
            label={t(view.own ? "requests:decide.more" : "requests:decide.words")}
            hint={view.own ? undefined : t("requests:decide.wordsHint")}
            errors={problem === "words-missing" ? [t("requests:trouble.words-missing")] : undefined}
          >
            {(aria) => (
              <textarea {...aria} name="text" className="input" rows={5} maxLength={4000} defaultValue={typed?.text} />
            )}
          </FieldFrame>
        )}
        {may.includes("approved") && <DayOfApproval content={content} today={today} typed={typed} problem={problem} />}
        {may.includes("approved") && content.kind === "contest-level" && (
          <Note icon="info" level={3} title={t("requests:decide.levelTitle")}>
            <p>{t("requests:decide.levelText")}</p>
          </Note>
        )}
        <div className="row">
          {closes.map((event) => (
            <Button
              key={event}
              name="event"
              value={event}
              variant={VARIANTS[event] ?? (event === main ? "primary" : "secondary")}
            >
              {t(`requests:decide.${event}`)}
            </Button>
          ))}
        </div>
      </Form>
    </Section>
  );
}

function DayOfApproval({
  content,
  today,
  typed,
  problem,
}: { content: RequestContent } & Pick<RequestDecisionProps, "today" | "typed" | "problem">) {
  const { t } = useTranslation();
  const field = (label: string, hint: string, given: string | null, optional: boolean) => (
    <DateField
      id="on"
      name="on"
      label={label}
      hint={hint}
      optional={optional}
      errors={problem === "day-missing" ? [t("requests:trouble.day-missing")] : undefined}
      defaultValue={typed?.on ?? given ?? undefined}
    />
  );
  if (content.kind === "extend") {
    return field(t("requests:field.newDay"), t("requests:decide.dayHint"), content.until, false);
  }
  if (content.kind === "exempt") {
    return field(t("requests:field.exemptUntil"), t("requests:field.exemptUntilHint"), content.until, true);
  }
  if (content.kind === "correct-record" && content.field !== "post" && content.field !== "other") {
    return field(t("requests:decide.from"), t("requests:decide.fromHint"), today, false);
  }
  return null;
}
