import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { ActFields } from "~/components/exams/act-fields";
import { SelectField } from "~/components/field";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { readActForm } from "~/http/exam-act-form.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { personForAct } from "~/models/assessment/attempt-for-act.server";
import { coursesOfPerson } from "~/models/assessment/courses-of-person.server";
import { grantAttempt } from "~/models/assessment/grant-attempt.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const language = languageOf(request, viewer);
  const found = await personForAct(viewer, params.id ?? "", now(), language);
  if (!found) throw notFound();
  const title = await pageTitle(request, context, "exams:grant.title");
  const courses = await coursesOfPerson(viewer, params.id ?? "", now(), language);
  const course = new URL(request.url).searchParams.get("course") ?? "";
  return { title, ...found, courses, course, onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const id = params.id ?? "";
  const { order, wrong, typed } = await readActForm(request, { minutes: false });
  const course = typed.course ?? "";
  if (!order || course === "") return data({ wrong, noCourse: course === "", refusal: null, typed }, 400);
  const outcome = await grantAttempt(viewer, id, course, order);
  if (outcome.ok) return redirect(`/exams/${encodeURIComponent(course)}?done=granted`);
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, noCourse: false, refusal: outcome.refusal, typed }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Grant() {
  const { person, own, courses, course, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const problems = [
    ...(answer?.noCourse ? [{ fieldId: "course", message: t("exams:wrong.course") }] : []),
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`exams:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`exams:refusal.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  const who = [person.name, t("people:staffCode", { code: person.staffCode }), person.place];
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs items={[{ label: t("exams:list.title"), href: "/exams" }, { label: t("exams:grant.title") }]} />
        <ErrorSummary errors={problems} />
        <PageTitle title={t("exams:grant.title")} lead={t("exams:grant.lead")} meta={who.filter(Boolean).join(" · ")} />
      </div>
      {own || courses.length === 0 ? (
        <Note tone="warn" icon="alert" title={t(own ? "exams:act.ownTitle" : "exams:grant.noCourses")}>
          <p>{t(own ? "exams:refusal.own-attempt" : "exams:grant.noCoursesText")}</p>
        </Note>
      ) : (
        <Form method="post" className="flow">
          <SelectField
            id="course"
            name="course"
            label={t("exams:grant.course")}
            errors={errorOf("course")}
            defaultValue={typed.course ?? course}
            options={[{ value: "", label: t("exams:grant.choose") }, ...courses]}
          />
          <ActFields onceKey={onceKey} typed={typed} errorOf={errorOf} />
          <div className="row">
            <Button>{t("exams:grant.submit")}</Button>
            <LinkButton href="/exams" variant="secondary">
              {t("exams:act.cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}
