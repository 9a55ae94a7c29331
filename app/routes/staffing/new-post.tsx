import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SelectField } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { FlagFields } from "~/components/staffing/flag-fields";
import { StaffingCrumbs } from "~/components/staffing/staffing-crumbs";
import {
  type StaffingField,
  StaffingForm,
  StaffingProblems,
  useStaffingProblems,
} from "~/components/staffing/staffing-form";
import { TermFields } from "~/components/staffing/term-fields";
import { today } from "~/config/clock.server";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { newPostForm, orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { requirePower } from "~/http/viewer.server";
import { latestChangeId } from "~/models/database.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";
import { positionTitles, staffedUnit } from "~/models/staffing/unit-for-staffing.server";

const FIELDS: readonly StaffingField[] = ["position", "from", "lastDay", "document", "note"];

async function permitted({ request, context, params }: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const viewer = await requirePower(request, context, "change-people");
  const language = languageOf(request, viewer);
  const dates = { asOf: today(), today: today() };
  const unit = await staffedUnit(viewer, "change-people", params.id ?? "", dates, language);
  if (!unit) throw notFound();
  return { viewer, language, unit };
}

export async function loader(given: LoaderFunctionArgs) {
  const { language, unit } = await permitted(given);
  return {
    title: await pageTitle(given.request, given.context, "staffing:newPost.title"),
    unit,
    today: today(),
    positions: (await positionTitles(today(), language)).options,
    keys: { onceKey: newPublicId(), seen: await latestChangeId() },
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, unit } = await permitted(given);
  const { value, wrong, typed } = await readStaffing(given.request, newPostForm);
  if (!value) return data({ wrong, typed, problems: [] }, { status: 400 });
  const { position, oneStop, deputy, from, lastDay: until } = value;
  const acts: PersonnelAct[] = [
    { act: "create-post", ref: "new", unitId: unit.id, position, oneStop, deputy, from, until },
  ];
  const order = orderOf(viewer, "personnel-post-created", from, value);
  const { done, problems } = await orProblems(carryOutPersonnelActs(viewer, acts, order));
  if (problems) return data({ wrong, typed, problems }, { status: 400 });
  return redirect(`/units/${unit.publicId}/posts?done=post-created&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPost() {
  const { unit, today, positions, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const { problems, errorOf } = useStaffingProblems(answer, FIELDS);
  return (
    <main id="main" className="narrow">
      <StaffingCrumbs unit={unit} last={t("staffing:newPost.title")} />
      <StaffingProblems problems={problems} />
      <PageTitle title={t("staffing:newPost.title")} lead={t("staffing:newPost.lead", { unit: unit.name })} />
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:newPost.submit")}
        cancel={`/units/${unit.publicId}/posts`}
      >
        <SelectField
          id="position"
          name="position"
          label={t("staffing:field.position")}
          errors={errorOf("position")}
          defaultValue={typed.position ?? ""}
          options={[{ value: "", label: t("staffing:choose.pick") }, ...positions]}
        />
        <FlagFields oneStop={typed.oneStop === "1"} deputy={typed.deputy === "1"} />
        <TermFields typed={typed} today={today} errorOf={errorOf} />
      </StaffingForm>
    </main>
  );
}
