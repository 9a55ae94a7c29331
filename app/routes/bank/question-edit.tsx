import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { bankLinks } from "~/components/bank/links";
import { QuestionForm } from "~/components/bank/question-form";
import { Crumbs } from "~/components/crumbs";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { previewsOf } from "~/domain/bank/preview";
import { rowsToShow } from "~/domain/bank/question-fields";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readQuestionForm } from "~/http/question-form.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { questionToEdit } from "~/models/bank/question-to-edit.server";
import { startProposal } from "~/models/bank/start-proposal.server";
import { newPublicId } from "~/models/public-id.server";

function beginFrom(request: Request) {
  const { searchParams } = new URL(request.url);
  const version = Number(searchParams.get("version"));
  return {
    files: searchParams.get("from") === "files",
    version: Number.isInteger(version) && version > 0 ? version : null,
    proposal: searchParams.get("proposal"),
  };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const { slug = "", key = "" } = params;
  const given = { bank: slug, key, from: beginFrom(request) };
  const edited = await questionToEdit(viewer, given, today(), languageOf(request, viewer));
  if (!edited) throw notFound();
  const title = await pageTitle(request, context, "bank:edit.title");
  return { title, slug, key, edited, rows: rowsToShow(edited.type, edited.fields), once: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const { slug = "", key = "" } = params;
  const { question, ...form } = await readQuestionForm(request, viewer, key);
  const previews = question && form.act === "preview" ? previewsOf(question) : null;
  if (!question || form.act !== "save") return data({ form, previews }, form.problems.length > 0 ? 400 : 200);
  const given = { bank: slug, key, question, replaces: beginFrom(request).proposal, onceKey: form.once };
  const started = await startProposal(viewer, given, now());
  if (started.done) return redirect(`/bank/proposals/${started.proposal}?done=written`);
  if (started.because === "not-found") throw notFound();
  return data({ form: { ...form, problems: started.problems }, previews: null }, 400);
}

export const links = bankLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditQuestion() {
  const { slug, key, edited, rows, once } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const path = `/bank/${slug}/questions/${key}`;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("bank:title"), href: "/bank" },
          { label: edited.course, href: `/bank/${slug}` },
          { label: t("bank:question.title"), href: path },
          { label: t("bank:edit.title") },
        ]}
      />
      <PageTitle title={t("bank:edit.title")} lead={t("bank:edit.lead")} meta={t(`bank:type.${edited.type}`)} />
      {edited.open.length > 0 && (
        <Note tone="warn" title={t("bank:edit.open", { count: edited.open.length })}>
          <p>
            {edited.open.map((proposal) => (
              <Anchor key={proposal} className="tap" href={`/bank/proposals/${proposal}`}>
                {t("bank:edit.seeOpen")}
              </Anchor>
            ))}
          </p>
        </Note>
      )}
      <QuestionForm
        type={edited.type}
        fields={answer?.form.fields ?? edited.fields}
        rows={answer?.form.rows ?? rows}
        problems={answer?.form.problems ?? []}
        previews={answer?.previews ?? null}
        choices={edited.choices}
        once={answer?.form.once ?? once}
        seen={0}
        back={path}
      />
    </main>
  );
}
