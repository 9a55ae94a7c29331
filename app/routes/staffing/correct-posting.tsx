import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { StaffingCrumbs } from "~/components/staffing/staffing-crumbs";
import {
  type StaffingField,
  StaffingForm,
  StaffingProblems,
  useStaffingProblems,
} from "~/components/staffing/staffing-form";
import { TermFields } from "~/components/staffing/term-fields";
import { addDays } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { postingAtTheDoor } from "~/http/staffing-at-the-door.server";
import { correctForm, orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";

const FIELDS: readonly StaffingField[] = ["decision", "from", "lastDay", "document", "note"];

export async function loader(given: LoaderFunctionArgs) {
  const { posting } = await postingAtTheDoor(given);
  const title = await pageTitle(given.request, given.context, "staffing:correct.title");
  return { title, posting, keys: { onceKey: newPublicId(), seen: posting.seen } };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, posting } = await postingAtTheDoor(given);
  const { value, wrong, typed } = await readStaffing(given.request, correctForm);
  if (!value) return data({ wrong, typed, problems: [] }, { status: 400 });
  const { decision, from, lastDay: until } = value;
  const order = orderOf(viewer, "personnel-corrected", from, value);
  const acts = [{ act: "correct-posting" as const, posting: posting.posting, decision, from, until }];
  const { done, problems } = await orProblems(carryOutPersonnelActs(viewer, acts, order));
  if (problems) return data({ wrong, typed, problems }, { status: 400 });
  return redirect(`/units/${posting.unit.publicId}/posts?done=corrected&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CorrectPosting() {
  const { posting, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {
    decision: posting.decision ?? "",
    from: posting.from,
    lastDay: posting.until === null ? "" : addDays(posting.until, -1),
  };
  const { problems, errorOf } = useStaffingProblems(answer, FIELDS);
  const { person, unit, title } = posting;
  return (
    <main id="main" className="narrow">
      <StaffingCrumbs unit={unit} last={t("staffing:correct.title")} />
      <StaffingProblems problems={problems} />
      <PageTitle
        title={t("staffing:correct.title")}
        lead={t("staffing:correct.lead", { person: person.name, position: title, unit: unit.name })}
        meta={t("staffing:correct.meta")}
      />
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        documentHint={t("staffing:correct.documentHint")}
        submit={t("staffing:correct.submit")}
        cancel={`/units/${unit.publicId}/posts`}
      >
        <Field
          id="decision"
          name="decision"
          label={t("staffing:field.decision")}
          errors={errorOf("decision")}
          defaultValue={typed.decision}
          maxLength={200}
          optional
        />
        <TermFields typed={typed} today={posting.from} errorOf={errorOf} />
      </StaffingForm>
    </main>
  );
}
