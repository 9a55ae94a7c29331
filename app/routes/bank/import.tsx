import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ExportLinks } from "~/components/bank/export-links";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { QUESTION_FILE_LIMITS } from "~/domain/question-files/place";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readFileForm } from "~/http/question-file.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { bankToImportInto, keepQuestionsFile } from "~/models/bank/import-questions.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const slug = params.slug ?? "";
  const bank = await bankToImportInto(viewer, slug, today());
  if (!bank) throw notFound();
  const title = await pageTitle(request, context, "bank:import.title");
  return { title, slug, course: bank.course.title[languageOf(request, viewer)] };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const slug = params.slug ?? "";
  const { bytes, tooLarge } = await readFileForm(request, "file", QUESTION_FILE_LIMITS.fileBytes);
  if (bytes === null) return data({ code: tooLarge ? "too-large" : "no-file", params: MOST } as const, { status: 400 });
  const kept = await keepQuestionsFile(viewer, slug, bytes, today());
  if (!kept) throw notFound();
  if (kept.refusal) return data(kept.refusal, { status: 400 });
  return redirect(`/bank/${slug}/import/${kept.id}`);
}

const MEGABYTES = QUESTION_FILE_LIMITS.fileBytes / 1024 / 1024;
const MOST: Record<string, string> = { limit: String(MEGABYTES) };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportQuestions() {
  const { slug, course } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const problem = refused && t(`bank:import.refusal.${refused.code}`, { replace: refused.params });
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("bank:import.banks"), href: "/bank" },
          { label: course, href: `/bank/${slug}` },
          { label: t("bank:import.title") },
        ]}
      />
      <ErrorSummary errors={problem ? [{ fieldId: "file", message: problem }] : []} />
      <PageTitle title={t("bank:import.title")} kicker={course} lead={t("bank:import.lead")} />
      <Form method="post" encType="multipart/form-data" className="flow" reloadDocument>
        <Field
          id="file"
          name="file"
          type="file"
          accept=".gift,.txt,.xlsx,.docx"
          label={t("bank:import.file")}
          hint={t("bank:import.fileHint", { megabytes: MEGABYTES, count: QUESTION_FILE_LIMITS.questions })}
          errors={problem ? [problem] : undefined}
          required
        />
        <div className="row">
          <Button icon="file">{t("bank:import.submit")}</Button>
          <LinkButton href={`/bank/${slug}`} variant="secondary">
            {t("bank:import.cancel")}
          </LinkButton>
        </div>
      </Form>
      <Section className="section" title={t("bank:import.templates")}>
        <p className="section-s">{t("bank:import.templatesText")}</p>
        <ExportLinks slug={slug} template />
      </Section>
      <Section className="section" title={t("bank:export.title")}>
        <p className="section-s">{t("bank:export.text")}</p>
        <ExportLinks slug={slug} />
      </Section>
    </main>
  );
}
