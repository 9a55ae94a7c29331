import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ActRefusal } from "~/domain/assessment/attempt-acts";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Button, LinkButton } from "../button";
import { Crumbs } from "../crumbs";
import { ErrorSummary } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Facts } from "../facts";
import { Note } from "../note";
import { PageTitle } from "../page-title";
import { ActFields } from "./act-fields";

export interface AttemptShown {
  id: string;
  own: boolean;
  person: { person: string; name: string; staffCode: string; place: string | null };
  courseSlug: string;
  course: string;
  number: number;
  startedAt: string;
  deadlineAt: string;
  endedAt: string | null;
  running: boolean;
  void: boolean;
}

export interface ActAnswer {
  wrong: readonly ("minutes" | "reason" | "words" | "document")[];
  refusal: ActRefusal | null;
  typed: Readonly<Record<string, string>>;
}

export interface AttemptActPageProps {
  attempt: AttemptShown;
  onceKey: string;
  answer: ActAnswer | undefined;
  title: string;
  lead: string;
  submit: string;
  danger?: boolean;
  minutes?: { label: string; hint?: string; value: string };
  children?: ReactNode;
}

/** One act on one attempt: whose it is and how it stands, what the act does, why it is done. */
export function AttemptActPage(props: AttemptActPageProps) {
  const { attempt, onceKey, answer, title, lead, submit, danger = false, minutes, children } = props;
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`exams:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`exams:refusal.${answer.refusal}`) }] : []),
  ];
  const back = `/exams/attempts/${attempt.id}`;
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("exams:list.title"), href: "/exams" },
            { label: attempt.course, href: `/exams/${attempt.courseSlug}` },
            { label: t("exams:attempt.of", { name: attempt.person.name, number: attempt.number }), href: back },
            { label: title },
          ]}
        />
        <ErrorSummary errors={problems} />
        <PageTitle title={title} lead={lead} />
      </div>
      <AttemptFacts attempt={attempt} />
      {attempt.own ? (
        <Note tone="warn" icon="alert" title={t("exams:act.ownTitle")}>
          <p>{t("exams:refusal.own-attempt")}</p>
        </Note>
      ) : (
        <Form method="post" className="flow">
          <ActFields
            onceKey={onceKey}
            typed={answer?.typed ?? {}}
            errorOf={errorsByField(problems)}
            minutes={minutes}
          />
          {children}
          <div className="row">
            <Button variant={danger ? "danger" : "primary"}>{submit}</Button>
            <LinkButton href={back} variant="secondary">
              {t("exams:act.cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}

/** Whose attempt it is, and how it stands. */
export function AttemptFacts({ attempt }: { attempt: AttemptShown }) {
  const { t } = useTranslation();
  const at = (instant: string) =>
    t("exams:when", { time: showTime(instant), date: showCivilDate(civilDateOf(instant)) });
  return (
    <Facts
      items={[
        {
          term: t("exams:attempt.person"),
          value: [`${attempt.person.name} (${attempt.person.staffCode})`, attempt.person.place]
            .filter(Boolean)
            .join(", "),
        },
        {
          term: t("exams:attempt.exam"),
          value: t("exams:attempt.number", { course: attempt.course, number: attempt.number }),
        },
        { term: t("exams:attempt.started"), value: at(attempt.startedAt) },
        attempt.running || attempt.endedAt === null
          ? { term: t("exams:attempt.deadline"), value: at(attempt.deadlineAt) }
          : { term: t("exams:attempt.ended"), value: at(attempt.endedAt) },
        ...(attempt.void ? [{ term: t("exams:attempt.standing"), value: t("exams:state.void") }] : []),
      ]}
    />
  );
}
