import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateField } from "~/components/date-field";
import { PageTitle } from "~/components/page-title";
import { EndReasonField } from "~/components/staffing/end-reason-field";
import { StaffingCrumbs } from "~/components/staffing/staffing-crumbs";
import {
  type StaffingField,
  StaffingForm,
  StaffingProblems,
  useStaffingProblems,
} from "~/components/staffing/staffing-form";
import { today } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { postingAtTheDoor } from "~/http/staffing-at-the-door.server";
import { endForm, orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";

const FIELDS: readonly StaffingField[] = ["on", "reason", "document", "note"];

export async function loader(given: LoaderFunctionArgs) {
  const { posting } = await postingAtTheDoor(given);
  const title = await pageTitle(given.request, given.context, "staffing:end.title");
  return { title, posting, today: today(), keys: { onceKey: newPublicId(), seen: posting.seen } };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, posting } = await postingAtTheDoor(given);
  const { value, wrong, typed } = await readStaffing(given.request, endForm);
  if (!value) return data({ wrong, typed, problems: [] }, { status: 400 });
  const { on, reason } = value;
  const order = orderOf(viewer, "personnel-ended", on, value);
  const acts = [{ act: "end-posting" as const, posting: posting.posting, on, reason }];
  const { done, problems } = await orProblems(carryOutPersonnelActs(viewer, acts, order));
  if (problems) return data({ wrong, typed, problems }, { status: 400 });
  return redirect(`/units/${posting.unit.publicId}/posts?done=ended&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndPosting() {
  const { posting, today, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const { problems, errorOf } = useStaffingProblems(answer, FIELDS);
  const { person, unit, title, from } = posting;
  return (
    <main id="main" className="narrow">
      <StaffingCrumbs unit={unit} last={t("staffing:end.title")} />
      <StaffingProblems problems={problems} />
      <PageTitle
        title={t("staffing:end.title")}
        lead={t("staffing:end.lead", { person: person.name, position: title, unit: unit.name })}
        meta={t("staffing:end.meta", { from: showCivilDate(from) })}
      />
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:end.submit")}
        danger
        cancel={`/units/${unit.publicId}/posts`}
      >
        <DateField
          id="on"
          name="on"
          label={t("staffing:end.on")}
          hint={t("staffing:end.onHint")}
          errors={errorOf("on")}
          defaultValue={typed.on ?? today}
          required
        />
        <EndReasonField defaultValue={typed.reason} errors={errorOf("reason")} />
      </StaffingForm>
    </main>
  );
}
