import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { SelectField } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { PlanFields, usePlanProblems } from "~/components/sittings/plan-fields";
import { UnitField } from "~/components/unit-field";
import { now, today } from "~/config/clock.server";
import { addDays } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readPlanForm } from "~/http/sitting-form.server";
import { requirePower } from "~/http/viewer.server";
import { examChoices } from "~/models/assessment/exam-lists.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { newPublicId } from "~/models/public-id.server";
import { planSitting } from "~/models/sittings/plan-sitting.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const language = languageOf(request, viewer);
  return {
    title: await pageTitle(request, context, "exams:sitting.new.title"),
    courses: await examChoices(today(), language),
    units: await unitOptions(viewer, "manage-exams", today(), language),
    course: new URL(request.url).searchParams.get("course") ?? "",
    tomorrow: addDays(today(), 1),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const { order, onceKey, course, unit, problems, typed } = await readPlanForm(request);
  if (!order) {
    const missing = [...problems, ...(course ? [] : (["course"] as const)), ...(unit ? [] : (["unit"] as const))];
    return data({ problems: missing, people: [], typed }, 400);
  }
  const language = languageOf(request, viewer);
  const outcome = await planSitting(viewer, { course, unit }, order, now(), onceKey, language);
  if (outcome.ok) return redirect(`/exams/sittings/${outcome.publicId}/candidates?done=planned`);
  if (outcome.problems === "not-found" || outcome.problems === "ended") throw notFound();
  return data({ problems: outcome.problems, people: "people" in outcome ? (outcome.people ?? []) : [], typed }, 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSitting() {
  const { courses, units, course, tomorrow, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = usePlanProblems(answer?.problems ?? []);
  const errorOf = errorsByField(problems);
  const typed: Record<string, string> = answer?.typed ?? { day: tomorrow, opens: "08:00", closes: "10:00" };
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("exams:list.title"), href: "/exams" },
          { label: t("exams:sitting.list.title"), href: "/exams/sittings" },
          { label: t("exams:sitting.new.title") },
        ]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("exams:sitting.new.title")} lead={t("exams:sitting.new.lead")} />
      <Form method="post" className="flow section-s">
        <SelectField
          id="course"
          name="course"
          label={t("exams:sitting.field.course")}
          errors={errorOf("course")}
          defaultValue={typed.course ?? course}
          options={[{ value: "", label: t("exams:grant.choose") }, ...courses]}
        />
        <UnitField
          id="unit"
          name="unit"
          label={t("exams:sitting.field.unit")}
          hint={t("exams:sitting.field.unitHint")}
          errors={errorOf("unit")}
          groups={units}
          none={t("exams:grant.choose")}
          defaultValue={typed.unit ?? ""}
        />
        <PlanFields onceKey={onceKey} typed={typed} problems={problems} people={answer?.people ?? []} hasCode={false} />
        <div className="row">
          <Button>{t("exams:sitting.new.submit")}</Button>
          <LinkButton href="/exams/sittings" variant="secondary">
            {t("exams:act.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
