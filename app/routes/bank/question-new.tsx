import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { bankLinks } from "~/components/bank/links";
import { QuestionForm } from "~/components/bank/question-form";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { now, today } from "~/config/clock.server";
import { previewsOf } from "~/domain/bank/preview";
import { type QuestionFields, rowsToShow } from "~/domain/bank/question-fields";
import type { QuestionType } from "~/domain/course/question";
import { QUESTION_TYPES } from "~/domain/course/question-type";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readQuestionForm } from "~/http/question-form.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { newQuestion } from "~/models/bank/question-to-edit.server";
import { startProposal } from "~/models/bank/start-proposal.server";
import { newPublicId } from "~/models/public-id.server";

/** A key that stands until the new question gets its own. */
const NO_KEY = "new";

const BEGINNINGS: Partial<Record<QuestionType, QuestionFields>> = {
  truefalse: {
    "options.0.text.vi": "Đúng",
    "options.0.text.en": "True",
    "options.1.text.vi": "Sai",
    "options.1.text.en": "False",
  },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const slug = params.slug ?? "";
  const bank = await newQuestion(viewer, slug, today(), languageOf(request, viewer));
  if (!bank) throw notFound();
  const asked = new URL(request.url).searchParams.get("type");
  const type = QUESTION_TYPES.find((each) => each === asked) ?? null;
  if (asked !== null && type === null) throw notFound();
  const fields = (type && BEGINNINGS[type]) ?? {};
  const rows = type ? rowsToShow(type, fields) : {};
  return {
    title: await pageTitle(request, context, "bank:new.title"),
    slug,
    ...bank,
    type,
    fields,
    rows,
    once: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const { question, ...form } = await readQuestionForm(request, viewer, NO_KEY);
  const previews = question && form.act === "preview" ? previewsOf(question) : null;
  if (!question || form.act !== "save") return data({ form, previews }, form.problems.length > 0 ? 400 : 200);
  const given = { bank: params.slug ?? "", key: null, question, replaces: null, onceKey: form.once };
  const started = await startProposal(viewer, given, now());
  if (started.done) return redirect(`/bank/proposals/${started.proposal}?done=written`);
  if (started.because === "not-found") throw notFound();
  return data({ form: { ...form, problems: started.problems }, previews: null }, 400);
}

export const links = bankLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewQuestion() {
  const { slug, course, choices, type, fields, rows, once } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const path = `/bank/${slug}/questions/new`;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("bank:title"), href: "/bank" },
          { label: course, href: `/bank/${slug}` },
          ...(type ? [{ label: t("bank:new.title"), href: path }] : []),
          { label: type ? t(`bank:type.${type}`) : t("bank:new.title") },
        ]}
      />
      <PageTitle
        title={t("bank:new.title")}
        lead={type ? t("bank:edit.lead") : t("bank:new.choose")}
        meta={type && t(`bank:type.${type}`)}
      />
      {type ? (
        <QuestionForm
          key={type}
          type={type}
          fields={answer?.form.fields ?? fields}
          rows={answer?.form.rows ?? rows}
          problems={answer?.form.problems ?? []}
          previews={answer?.previews ?? null}
          choices={choices}
          once={answer?.form.once ?? once}
          seen={0}
          back={`/bank/${slug}`}
        />
      ) : (
        <Rows columns={2}>
          {QUESTION_TYPES.map((each) => (
            <Row
              key={each}
              title={t(`bank:type.${each}`)}
              href={`${path}?type=${each}`}
              meta={t(`bank:typeHint.${each}`)}
            />
          ))}
        </Rows>
      )}
    </main>
  );
}
