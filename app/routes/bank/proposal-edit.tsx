import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { bankLinks } from "~/components/bank/links";
import { QuestionForm } from "~/components/bank/question-form";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { previewsOf } from "~/domain/bank/preview";
import { rowsToShow } from "~/domain/bank/question-fields";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readQuestionForm } from "~/http/question-form.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { proposalToEdit } from "~/models/bank/question-to-edit.server";
import { writeProposal } from "~/models/bank/write-proposal.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const id = params.id ?? "";
  const edited = await proposalToEdit(viewer, id, today(), languageOf(request, viewer));
  if (!edited) throw notFound();
  const title = await pageTitle(request, context, "bank:edit.again");
  return { title, id, edited, rows: rowsToShow(edited.type, edited.fields), once: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const id = params.id ?? "";
  // the proposal knows its key, whatever the form says
  const { question, ...form } = await readQuestionForm(request, viewer, "new");
  const previews = question && form.act === "preview" ? previewsOf(question) : null;
  const shown = { form, previews, overtaken: null };
  if (!question || form.act !== "save") return data(shown, form.problems.length > 0 ? 400 : 200);
  const written = await writeProposal(viewer, id, { question, seen: form.seen, onceKey: form.once }, now());
  if (written.done) return redirect(`/bank/proposals/${id}?done=written`);
  if (written.because === "not-found") throw notFound();
  if (written.because === "problems") return data({ ...shown, form: { ...form, problems: written.problems } }, 400);
  return data({ ...shown, overtaken: written.because }, 409);
}

export const links = bankLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditProposal() {
  const { id, edited, rows, once } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const path = `/bank/proposals/${id}`;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("bank:title"), href: "/bank" },
          { label: t("bank:proposals.title"), href: "/bank/proposals" },
          { label: t("bank:proposal.title"), href: path },
          { label: t("bank:edit.again") },
        ]}
      />
      <PageTitle title={t("bank:edit.again")} lead={t("bank:edit.lead")} meta={t(`bank:type.${edited.type}`)} />
      {answer?.overtaken && <ErrorSummary errors={[{ message: t(`bank:trouble.${answer.overtaken}`) }]} />}
      <QuestionForm
        type={edited.type}
        fields={answer?.form.fields ?? edited.fields}
        rows={answer?.form.rows ?? rows}
        problems={answer?.form.problems ?? []}
        previews={answer?.previews ?? null}
        choices={edited.choices}
        once={answer?.form.once ?? once}
        seen={answer?.form.seen ?? edited.seen}
        back={path}
      />
    </main>
  );
}
