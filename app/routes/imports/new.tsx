import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Button, LinkButton } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { DateField } from "~/components/date-field";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { now, today } from "~/config/clock.server";
import { IMPORT_KINDS } from "~/domain/imports/fields";
import { LIMITS } from "~/domain/imports/table";
import { hasPower } from "~/domain/permissions/viewer";
import { readUpload } from "~/http/import-form.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { startImport } from "~/jobs/start-import.server";
import { beginImport } from "~/models/imports/begin-import.server";
import { findImport } from "~/models/imports/import-run.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "import-people");
  const title = await pageTitle(request, context, "imports:upload.title");
  const kinds = IMPORT_KINDS.filter((kind) => kind === "people" || hasPower(viewer, "change-organisation"));
  return { title, kinds, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "import-people");
  const read = await readUpload(request);
  if (read.upload === null) return data(read, { status: 400 });
  if (read.upload.kind === "units" && !hasPower(viewer, "change-organisation")) throw badRequest();
  const at = now();
  const id = await beginImport(viewer, { ...read.upload, at });
  const run = await findImport(viewer, id, at);
  if (!run) throw notFound();
  if (!run.reading) await startImport({ importId: run.id, run: id, step: "read", by: viewer.accountId, at });
  return redirect(`/imports/${id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewImport() {
  const { kinds, today, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const megabytes = LIMITS.fileBytes / 1024 / 1024;
  const problems = refused?.problems ?? [];
  const errorsOf = (field: "file" | "effective") =>
    problems
      .filter((problem) => (problem === "tooLarge" ? "file" : problem) === field)
      .map((problem) => t(`imports:uploadProblem.${problem}`, { megabytes }));
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("imports:list.title"), href: "/imports" }, { label: t("imports:upload.title") }]} />
      <ErrorSummary
        errors={problems.map((problem) => ({
          fieldId: problem === "tooLarge" ? "file" : problem,
          message: t(`imports:uploadProblem.${problem}`, { megabytes }),
        }))}
      />
      <PageTitle title={t("imports:upload.title")} lead={t("imports:upload.lead")} />
      <Form method="post" encType="multipart/form-data" className="flow" reloadDocument>
        <input type="hidden" name="onceKey" value={onceKey} />
        <Choices legend={t("imports:upload.kind")}>
          {kinds.map((kind, index) => (
            <Choice
              key={kind}
              name="kind"
              value={kind}
              defaultChecked={refused ? refused.typed.kind === kind : index === 0}
              note={t(`imports:upload.kindNote.${kind}`)}
            >
              {t(`imports:fileKind.${kind}`)}
            </Choice>
          ))}
        </Choices>
        <Field
          id="file"
          name="file"
          type="file"
          accept=".csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t("imports:upload.file")}
          hint={t("imports:upload.fileHint", { megabytes, rows: LIMITS.rows })}
          errors={errorsOf("file")}
          required
        />
        <DateField
          id="effective"
          name="effective"
          label={t("imports:upload.effective")}
          hint={t("imports:upload.effectiveHint")}
          errors={errorsOf("effective")}
          defaultValue={refused?.typed.effective || today}
          required
        />
        <div className="row">
          <Button icon="file">{t("imports:upload.submit")}</Button>
          <LinkButton href="/imports" variant="secondary">
            {t("imports:cancel")}
          </LinkButton>
        </div>
      </Form>
      <Section className="section" title={t("imports:upload.templates")}>
        <p className="section-s">{t("imports:upload.templatesText")}</p>
        <ul>
          {kinds.flatMap((kind) =>
            (["xlsx", "csv"] as const).map((format) => (
              <li key={kind + format}>
                <Anchor className="tap" href={`/imports/templates/${kind}.${format}`} reload>
                  {t(`imports:upload.template.${kind}`)} ({format.toUpperCase()})
                </Anchor>
              </li>
            )),
          )}
        </ul>
      </Section>
    </main>
  );
}
