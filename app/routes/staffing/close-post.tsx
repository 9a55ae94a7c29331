import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DateField } from "~/components/date-field";
import { PageTitle } from "~/components/page-title";
import { StaffingCrumbs } from "~/components/staffing/staffing-crumbs";
import {
  type StaffingField,
  StaffingForm,
  StaffingProblems,
  useStaffingProblems,
} from "~/components/staffing/staffing-form";
import { today } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { postAtTheDoor } from "~/http/staffing-at-the-door.server";
import { closeForm, orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";

const FIELDS: readonly StaffingField[] = ["on", "document", "note"];

export async function loader(given: LoaderFunctionArgs) {
  const { post } = await postAtTheDoor(given);
  const title = await pageTitle(given.request, given.context, "staffing:closePost.title");
  return { title, post, today: today(), keys: { onceKey: newPublicId(), seen: post.seen } };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, post } = await postAtTheDoor(given);
  const { value, wrong, typed } = await readStaffing(given.request, closeForm);
  if (!value) return data({ wrong, typed, problems: [] }, { status: 400 });
  const order = orderOf(viewer, "personnel-post-closed", value.on, value);
  const acts = [{ act: "close-post" as const, post: post.post, on: value.on }];
  const { done, problems } = await orProblems(carryOutPersonnelActs(viewer, acts, order));
  if (problems) return data({ wrong, typed, problems }, { status: 400 });
  return redirect(`/units/${post.unit.publicId}/posts?done=post-closed&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ClosePost() {
  const { post, today, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const { problems, errorOf } = useStaffingProblems(answer, FIELDS);
  return (
    <main id="main" className="narrow">
      <StaffingCrumbs unit={post.unit} last={t("staffing:closePost.title")} />
      <StaffingProblems problems={problems} />
      <PageTitle
        title={t("staffing:closePost.title")}
        lead={t("staffing:closePost.lead", { position: post.title, unit: post.unit.name })}
        meta={t("staffing:closePost.meta")}
      />
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:closePost.submit")}
        danger
        cancel={`/units/${post.unit.publicId}/posts`}
      >
        <DateField
          id="on"
          name="on"
          label={t("staffing:closePost.on")}
          hint={t("staffing:closePost.onHint")}
          errors={errorOf("on")}
          defaultValue={typed.on ?? today}
          required
        />
      </StaffingForm>
    </main>
  );
}
