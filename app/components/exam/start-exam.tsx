import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NextAttempt } from "~/domain/assessment/attempt-policy";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Button, LinkButton } from "../button";
import { Field } from "../field";
import { Note } from "../note";
import { Remedies, type RemediesProps } from "./remedies";

export interface SittingShown {
  title: string;
  place: string;
  opensAt: string;
  closesAt: string;
  startable: "open" | "not-yet" | "over" | "on-paper";
  roomCodeNeeded: boolean;
}

export interface StartExamProps {
  slug: string;
  open: string | null;
  lessonsLeft: number;
  next: NextAttempt;
  sittingOnly: boolean;
  sitting: SittingShown | null;
  remedies: RemediesProps["remedies"];
  /** what is wrong with the room code that was typed */
  codeErrors?: readonly string[];
}

const at = (instant: string) => ({ time: showTime(instant), date: showCivilDate(civilDateOf(instant)) });

/** The way into an exam: its button, or what stands in the way and what to do about it. */
export function StartExam({
  slug,
  open,
  lessonsLeft,
  next,
  sittingOnly,
  sitting,
  remedies,
  codeErrors,
}: StartExamProps) {
  const { t } = useTranslation();
  if (open) {
    return (
      <p>
        <LinkButton href={`/attempts/${open}`} iconAfter="right" stretch>
          {t("exam:intro.goOn")}
        </LinkButton>
      </p>
    );
  }
  if (lessonsLeft > 0) {
    return (
      <Note tone="info" title={t("exam:intro.lessonsTitle")} icon="book">
        <p>{t("exam:intro.lessons", { count: lessonsLeft })}</p>
        <p>
          <LinkButton href={`/courses/${slug}`} variant="secondary">
            {t("exam:intro.toLessons")}
          </LinkButton>
        </p>
      </Note>
    );
  }
  if (!next.may) return <Waiting slug={slug} reason={next.reason} remedies={remedies} />;
  const inSitting = sitting?.startable === "open";
  if (sittingOnly && !inSitting) {
    return (
      <Note tone="warn" title={t("exam:sitting.onlyTitle")} icon="clock">
        <p>
          {t(
            sitting
              ? sitting.startable === "on-paper"
                ? "exam:sitting.onPaper"
                : "exam:sitting.wait"
              : "exam:sitting.none",
          )}
        </p>
      </Note>
    );
  }
  return (
    <Form method="post" className="flow">
      {inSitting && sitting.roomCodeNeeded && (
        <Field
          id="roomCode"
          name="roomCode"
          label={t("exam:sitting.code")}
          hint={t("exam:sitting.codeHint")}
          errors={codeErrors}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          short
          code
          required
        />
      )}
      <Button iconAfter="right" stretch>
        {t("exam:intro.start")}
      </Button>
    </Form>
  );
}

function Waiting({
  slug,
  reason,
  remedies,
}: {
  slug: string;
  reason: Extract<NextAttempt, { may: false }>["reason"];
  remedies: RemediesProps["remedies"];
}) {
  const { t } = useTranslation();
  switch (reason.code) {
    case "cooling-down":
      return (
        <Note tone="warn" title={t("exam:intro.waitTitle")} icon="clock">
          <p>{t("exam:intro.wait", { ...at(reason.until), count: reason.attemptsLeft })}</p>
          {remedies.length > 0 && <Remedies slug={slug} remedies={remedies} />}
        </Note>
      );
    case "none-left":
      return (
        <Note tone="bad" title={t("exam:intro.noneTitle")} icon="alert">
          <p>{t("exam:intro.none")}</p>
          <Remedies slug={slug} remedies={remedies} />
          <p>
            <Anchor className="tap" href={`/requests/new?kind=more-attempt&about=${slug}`}>
              {t("exam:remedy.askMore")}
            </Anchor>
          </p>
        </Note>
      );
    case "waiting-for-marks":
      return (
        <Note tone="info" title={t("exam:result.pendingTitle")} icon="clock">
          <p>{t("exam:result.pendingText")}</p>
        </Note>
      );
    case "not-open-yet":
      return (
        <Note tone="info" title={t("exam:intro.waitTitle")} icon="clock">
          <p>{t("exam:intro.notOpenYet", at(reason.opensAt))}</p>
        </Note>
      );
    case "closed":
      return (
        <Note tone="warn" title={t("exam:intro.closedTitle")} icon="lock">
          <p>{t("exam:intro.closed", at(reason.closedAt))}</p>
        </Note>
      );
    default:
      return (
        <Note tone="ok" title={t("exam:intro.passedTitle")} icon="check">
          <p>
            <Anchor href="/certificates">{t("exam:intro.toCertificates")}</Anchor>
          </p>
        </Note>
      );
  }
}
