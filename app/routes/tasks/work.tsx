import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { RubricTable } from "~/components/tasks/rubric-table";
import { TaskBadge } from "~/components/tasks/task-badge";
import { TaskEditor } from "~/components/tasks/task-editor";
import { TaskRounds } from "~/components/tasks/task-rounds";
import { ToldMarks } from "~/components/tasks/told-marks";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { isOpenForWork } from "~/domain/assessment/task-state";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { badRequest, conflict, notFound } from "~/http/refusals.server";
import { readTaskForm } from "~/http/task-form.server";
import { requireViewer } from "~/http/viewer.server";
import { saveTask } from "~/models/tasks/save-task.server";
import { addTaskFiles, removeTaskFile } from "~/models/tasks/task-files.server";
import { taskPage } from "~/models/tasks/task-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await taskPage(viewer, params.id ?? "", languageOf(request, viewer));
  if (!page) throw notFound();
  return { page, done: readDone(request, ["saved", "handed-in"]) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const id = params.id ?? "";
  const form = await readTaskForm(request);
  const at = now();
  if (form.text !== null) {
    const saved = await saveTask(viewer, id, { text: form.text, clientKey: form.clientKey }, at);
    if (!saved) throw notFound();
    if (!saved.ok && saved.refusal === "frozen") throw conflict();
    if (!saved.ok && saved.refusal !== "too-long") throw badRequest();
    if (!saved.ok) return data({ problems: ["textSize" as const], text: form.text }, { status: 400 });
  }
  if (form.problems.length > 0) return data({ problems: form.problems, text: null }, { status: 400 });
  if (form.remove !== null) await removeTaskFile(viewer, id, form.remove, at);
  const kept = await addTaskFiles(viewer, id, form.files, at);
  if (kept === null) throw notFound();
  if (kept === "frozen") throw conflict();
  if (kept === "too-many") return data({ problems: ["fileCount" as const], text: null }, { status: 400 });
  return redirect(form.handIn ? `/tasks/${id}/hand-in` : `/tasks/${id}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? ""} · Cầu Nối` }];

export default function Task() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const open = isOpenForWork(page.state);
  const problems = (refused?.problems ?? []).map((problem) => ({
    fieldId: problem === "textSize" ? "text" : "files",
    message: t(`tasks:problem.${problem}`, { count: page.mostFiles }),
  }));
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("common:nav.courses"), href: "/courses" },
          { label: page.course.title, href: `/courses/${page.course.slug}` },
          { label: t("tasks:task") },
        ]}
      />
      {done && !refused && (
        <Toast tone="ok" closeHref={`/tasks/${page.work}`}>
          {t(`tasks:done.${done}`)}
        </Toast>
      )}
      <ErrorSummary errors={problems} />
      <PageTitle kicker={t("tasks:kicker", { course: page.course.title })} title={page.title}>
        <p className="row">
          <TaskBadge state={page.state} passed={page.passed} />
          <span className="meta">{t(`tasks:lead.${page.state}`)}</span>
        </p>
      </PageTitle>
      <div className="split-3-2">
        <div className="flow-l">
          <ToldMarks page={page} />
          <Section title={t("tasks:instructions")}>
            <p className="pre-line section-s">{page.stem}</p>
          </Section>
          {open && <TaskEditor page={page} typed={refused?.text ?? null} problems={problems} />}
          <TaskRounds work={page.work} rounds={page.rounds} />
        </div>
        <div className="flow-l">
          <RubricTable criteria={page.criteria} passPercent={page.passPercent} />
        </div>
      </div>
    </main>
  );
}
