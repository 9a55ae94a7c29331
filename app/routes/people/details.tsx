import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DateField } from "~/components/date-field";
import { Field, SelectField } from "~/components/field";
import { Section } from "~/components/section";
import { PersonPage } from "~/components/staffing/person-page";
import { StaffingForm, useStaffingProblems } from "~/components/staffing/staffing-form";
import { Timeline } from "~/components/timeline";
import { today } from "~/config/clock.server";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
import { dateValue, documentValue, optionalTextValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { personToChange } from "~/http/person-at-the-door.server";
import { orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { latestChangeId } from "~/models/database.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { detailsOf } from "~/models/people/person-details.server";
import { newPublicId } from "~/models/public-id.server";

const detailsForm = z.object({
  onceKey: z.string().regex(/^[0-9a-z]{1,40}$/),
  seen: z.coerce.number().int().min(0),
  employment: z.enum(EMPLOYMENTS),
  workEmail: optionalTextValue(200).pipe(z.email().nullable()),
  workPhone: optionalTextValue(40),
  on: dateValue,
  document: documentValue,
  note: optionalTextValue(500),
});

export async function loader(given: LoaderFunctionArgs) {
  const { listed, person } = await personToChange(given);
  return {
    title: await pageTitle(given.request, given.context, "staffing:person.details.title"),
    person,
    details: await detailsOf(listed.id),
    today: today(),
    keys: { onceKey: newPublicId(), seen: await latestChangeId() },
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, person } = await personToChange(given);
  const { value, wrong, typed } = await readStaffing(given.request, detailsForm);
  if (!value) return data({ wrong, problems: [], typed }, 400);
  const { employment, workEmail, workPhone, on } = value;
  const { done, problems } = await orProblems(
    carryOutPersonnelActs(
      viewer,
      [{ act: "change-details", person: person.staffCode, employment, workEmail, workPhone, on }],
      orderOf(viewer, "personnel-details", on, value),
    ),
  );
  if (problems) return data({ wrong, problems, typed }, 400);
  return redirect(`/people/${person.person}?done=details&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Details() {
  const { person, details, today, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const fields = ["employment", "workEmail", "workPhone", "on", "document", "note"] as const;
  const { problems, errorOf } = useStaffingProblems(answer, fields);
  const now = details[0];
  const typed: Record<string, string> = answer?.typed ?? {
    employment: now?.employment ?? "public-employee",
    workEmail: now?.workEmail ?? "",
    workPhone: now?.workPhone ?? "",
    on: today,
  };
  return (
    <PersonPage
      person={person}
      title={t("staffing:person.details.title")}
      lead={t("staffing:person.details.lead")}
      problems={problems}
    >
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:person.details.submit")}
        cancel={`/people/${person.person}`}
      >
        <SelectField
          id="employment"
          name="employment"
          label={t("staffing:person.details.employment")}
          errors={errorOf("employment")}
          defaultValue={typed.employment}
          options={EMPLOYMENTS.map((each) => ({ value: each, label: t(`staffing:employment.${each}`) }))}
        />
        <Field
          id="workEmail"
          name="workEmail"
          type="email"
          label={t("staffing:person.details.workEmail")}
          hint={t("staffing:person.details.workEmailHint")}
          errors={errorOf("workEmail")}
          defaultValue={typed.workEmail}
          maxLength={200}
          optional
        />
        <Field
          id="workPhone"
          name="workPhone"
          type="tel"
          label={t("staffing:person.details.workPhone")}
          errors={errorOf("workPhone")}
          defaultValue={typed.workPhone}
          maxLength={40}
          optional
        />
        <DateField
          id="on"
          name="on"
          label={t("staffing:person.details.on")}
          errors={errorOf("on")}
          defaultValue={typed.on}
          required
        />
      </StaffingForm>
      <Section title={t("staffing:person.details.history")}>
        <Timeline
          events={details.map(({ employment, workEmail, workPhone, from }) => ({
            key: from,
            date: from,
            title: t(`staffing:employment.${employment}`),
            meta: [workEmail, workPhone].filter(Boolean).join(" · ") || t("staffing:person.details.noContact"),
          }))}
        />
      </Section>
    </PersonPage>
  );
}
