import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PersonnelProblem, PersonnelProblemCode } from "~/domain/people/personnel-acts";
import { Button, LinkButton } from "../button";
import { ErrorSummary } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field } from "../field";
import { personnelProblemText } from "../personnel-problems";

/** The fields that staffing forms share; each is its own id. */
export const STAFFING_FIELDS = [
  "person",
  "kind",
  "position",
  "staffCode",
  "fullName",
  "sortAs",
  "employment",
  "workEmail",
  "workPhone",
  "from",
  "lastDay",
  "on",
  "reason",
  "decision",
  "document",
  "note",
] as const;
export type StaffingField = (typeof STAFFING_FIELDS)[number];

/** Beside which field a problem is said; the rest concern the whole. */
const PLACE: Partial<Record<PersonnelProblemCode, readonly StaffingField[]>> = {
  "unknown-person": ["person"],
  "merged-person": ["person"],
  "duplicate-staff-code": ["staffCode"],
  "duplicate-email": ["workEmail"],
  "no-name": ["fullName"],
  "unknown-position": ["position"],
  "overlapping-primary": ["kind"],
  "acting-beside-holder": ["kind"],
  "posting-before-name": ["from"],
  "post-not-existing": ["from", "on"],
  "unit-not-existing": ["from"],
  "collaborator-without-end": ["lastDay"],
  "end-before-start": ["lastDay", "on"],
  "posting-ended": ["on"],
  "later-name": ["on"],
  "later-details": ["on"],
  "overlapping-absence": ["from"],
  "not-absent": ["on"],
};

export interface StaffingAnswer {
  wrong: readonly string[];
  problems: readonly PersonnelProblem[];
  typed: Readonly<Record<string, string>>;
  /** a problem of the person field */
  person?: "none" | "several" | null;
}

/** The problems of an answer as the summary and the fields say them. `fields`: those that the form has. */
export function useStaffingProblems(answer: StaffingAnswer | undefined, fields: readonly StaffingField[]) {
  const { t } = useTranslation();
  const problems: { fieldId?: StaffingField | "end"; message: string }[] = [
    ...(answer?.wrong ?? [])
      .flatMap((name) => fields.filter((field) => field === name))
      .map((field) => ({ fieldId: field, message: t(`staffing:wrong.${field}`) })),
    ...(answer?.person ? [{ fieldId: "person" as const, message: t(`staffing:person.${answer.person}`) }] : []),
    ...(answer?.problems ?? []).map((problem) => ({
      fieldId: fields.find((field) => PLACE[problem.code]?.includes(field)) ?? boxOf(problem, fields),
      message: personnelProblemText(t, problem),
    })),
  ];
  const errorOf = errorsByField(problems);
  return { problems, errorOf };
}

/** An appointment comes back with boxes that end what stands in the way. */
function boxOf({ code }: PersonnelProblem, fields: readonly StaffingField[]): "end" | undefined {
  const ended = code === "second-focal-point" || code === "post-held";
  return ended && fields.includes("person") ? "end" : undefined;
}

/** On top of a page whose form came back. */
export function StaffingProblems({ problems }: { problems: { fieldId?: string; message: string }[] }) {
  return <ErrorSummary errors={problems} />;
}

/** A form of staffing: fields, then the document that orders it, an optional note, and the button. */
export function StaffingForm({
  keys,
  typed,
  errorOf,
  documentHint,
  note = true,
  submit,
  danger = false,
  cancel,
  children,
}: {
  keys: { onceKey: string; seen: number };
  typed: Readonly<Record<string, string>>;
  errorOf: (field: StaffingField) => string[] | undefined;
  documentHint?: string;
  /** false: nothing may be said of it in free text */
  note?: boolean;
  submit: string;
  danger?: boolean;
  cancel: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="flow">
      {/* after a refusal the form has been seen anew */}
      <input type="hidden" name="onceKey" value={keys.onceKey} />
      <input type="hidden" name="seen" value={keys.seen} />
      {children}
      <Field
        id="document"
        name="document"
        label={t("staffing:field.document")}
        hint={documentHint ?? t("staffing:field.documentHint")}
        errors={errorOf("document")}
        defaultValue={typed.document}
        maxLength={200}
        required
      />
      {note && (
        <Field
          id="note"
          name="note"
          label={t("staffing:field.note")}
          errors={errorOf("note")}
          defaultValue={typed.note}
          maxLength={500}
          optional
        />
      )}
      <div className="row">
        <Button variant={danger ? "danger" : "primary"}>{submit}</Button>
        <LinkButton href={cancel} variant="secondary">
          {t("staffing:cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
