import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DateField } from "~/components/date-field";
import { PersonPage } from "~/components/staffing/person-page";
import { StaffingForm, useStaffingProblems } from "~/components/staffing/staffing-form";
import { now, today } from "~/config/clock.server";
import { dateValue, documentValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { personWithAbsences } from "~/http/person-at-the-door.server";
import { orProblems, readStaffing } from "~/http/staffing-form.server";
import { latestChangeId } from "~/models/database.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";

const returnForm = z.object({
  onceKey: z.string().regex(/^[0-9a-z]{1,40}$/),
  seen: z.coerce.number().int().min(0),
  on: dateValue,
  document: documentValue,
});

export async function loader(given: LoaderFunctionArgs) {
  const { person } = await personWithAbsences(given);
  return {
    title: await pageTitle(given.request, given.context, "staffing:absence.return.title"),
    person,
    today: today(),
    keys: { onceKey: newPublicId(), seen: await latestChangeId() },
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, person } = await personWithAbsences(given);
  const { value, wrong, typed } = await readStaffing(given.request, returnForm);
  if (!value) return data({ wrong, problems: [], typed }, 400);
  const { on, document, onceKey, seen } = value;
  const order = { kind: "absence-ended", at: now(), actorId: viewer.accountId, effective: on, document, onceKey, seen };
  const { problems } = await orProblems(
    carryOutPersonnelActs(viewer, [{ act: "return", person: person.staffCode, on }], order),
  );
  if (problems) return data({ wrong, problems, typed }, 400);
  return redirect(`/people/${person.person}?done=returned`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Return() {
  const { person, today, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { problems, errorOf } = useStaffingProblems(answer, ["on", "document"]);
  const typed: Record<string, string> = answer?.typed ?? { on: today };
  return (
    <PersonPage
      person={person}
      title={t("staffing:absence.return.title")}
      lead={t("staffing:absence.return.lead")}
      problems={problems}
    >
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        documentHint={t("staffing:absence.documentHint")}
        note={false}
        submit={t("staffing:absence.return.submit")}
        cancel={`/people/${person.person}/absences`}
      >
        <DateField
          id="on"
          name="on"
          label={t("staffing:absence.return.on")}
          errors={errorOf("on")}
          defaultValue={typed.on}
          required
        />
      </StaffingForm>
    </PersonPage>
  );
}
