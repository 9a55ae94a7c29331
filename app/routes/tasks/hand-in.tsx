import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { HandedWork } from "~/components/tasks/handed-work";
import { now } from "~/config/clock.server";
import { isOpenForWork, wordCount } from "~/domain/assessment/task-state";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { handInTask } from "~/models/tasks/hand-in-task.server";
import { taskPage } from "~/models/tasks/task-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await taskPage(viewer, params.id ?? "", languageOf(request, viewer));
  if (!page) throw notFound();
  if (!isOpenForWork(page.state)) throw redirect(`/tasks/${page.work}`);
  return { title: await pageTitle(request, context, "tasks:handIn.title"), page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const id = params.id ?? "";
  const confirmed = (await request.formData()).get("confirm") === "yes";
  const outcome = await handInTask(viewer, id, confirmed, now());
  if (!outcome) throw notFound();
  if (!outcome.ok) return data({ problems: outcome.problems }, { status: 400 });
  return redirect(`/tasks/${id}?done=handed-in`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HandIn() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = (refused?.problems ?? []).map((problem) => ({
    fieldId: problem === "not-confirmed" ? "confirm" : undefined,
    message: t(`tasks:problem.${problem}`),
  }));
  const back = `/tasks/${page.work}`;
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: page.course.title, href: `/courses/${page.course.slug}` },
          { label: t("tasks:task"), href: back },
          { label: t("tasks:handIn.title") },
        ]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("tasks:handIn.title")} lead={t("tasks:handIn.lead")} />
      <Facts
        items={[
          { term: t("tasks:task"), value: page.title },
          {
            term: t("tasks:handIn.words"),
            value:
              page.mostWords === null
                ? t("tasks:words", { count: wordCount(page.text) })
                : t("tasks:wordsOf", { count: wordCount(page.text), most: page.mostWords }),
          },
          { term: t("tasks:files.title"), value: t("tasks:files.count", { count: page.files.length }) },
        ]}
      />
      <HandedWork text={page.text} files={page.files} hrefOf={(file) => `${back}/files/${file}`} />
      <Form method="post" className="flow section-s">
        <Choices legend={t("tasks:handIn.confirmLegend")} id="confirm" errors={errorsByField(problems)("confirm")}>
          <Choice type="checkbox" name="confirm" value="yes">
            {t("tasks:handIn.confirm")}
          </Choice>
        </Choices>
        <div className="row">
          <Button>{t("tasks:handIn.submit")}</Button>
          <LinkButton href={back} variant="secondary">
            {t("tasks:handIn.back")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
