import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { textValue } from "~/http/form-values.server";
import { importOf } from "~/http/import-of.server";
import { pageTitle } from "~/http/page-title.server";
import { undoImport } from "~/models/imports/undo-import.server";

export async function loader(given: LoaderFunctionArgs) {
  const { run } = await importOf(given);
  if (run.state !== "carried-out" || !run.summary) throw redirect(`/imports/${run.publicId}`);
  const title = await pageTitle(given.request, given.context, "imports:undo.title");
  return { title, id: run.publicId, fileName: run.fileName, summary: run.summary };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, run } = await importOf(given);
  if (run.state !== "carried-out") return redirect(`/imports/${run.publicId}`);
  const note = textValue(500).safeParse(String((await given.request.formData()).get("note") ?? ""));
  if (!note.success) return data({ noNote: true, trouble: null, because: [] }, { status: 400 });
  const outcome = await undoImport(run, viewer, note.data, now());
  if (!outcome.undone && outcome.code !== "already-undone") {
    const because = outcome.because.map(({ changeId, title, at }) => ({ changeId, title, on: civilDateOf(at) }));
    return data({ noNote: false, trouble: outcome.code, because }, { status: 409 });
  }
  return redirect(`/imports/${run.publicId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Undo() {
  const { id, fileName, summary } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const noNote = refused?.noNote ? [t("imports:undo.noNote")] : [];
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("imports:list.title"), href: "/imports" },
          { label: fileName, href: `/imports/${id}` },
          { label: t("imports:undo.title") },
        ]}
      />
      {refused?.trouble ? (
        <ErrorSummary
          title={t("imports:undo.refused")}
          errors={[
            { message: t(`imports:undo.trouble.${refused.trouble}`) },
            ...refused.because.map(({ changeId, title, on }) => ({
              message: t("imports:undo.because", { on: showCivilDate(on), title: title ?? "", number: changeId }),
            })),
          ]}
        />
      ) : (
        <ErrorSummary errors={noNote.map((message) => ({ fieldId: "note", message }))} />
      )}
      <PageTitle
        title={t("imports:undo.title")}
        lead={t("imports:undo.lead", {
          count: summary.rows.new + summary.rows.changed + summary.rows.moved + summary.rows.ended,
        })}
        meta={t("imports:undo.meta")}
      />
      <Form method="post" className="flow">
        <Field id="note" name="note" label={t("imports:undo.note")} errors={noNote} maxLength={500} required />
        <div className="row">
          <Button variant="danger">{t("imports:undo.submit")}</Button>
          <LinkButton href={`/imports/${id}`} variant="secondary">
            {t("imports:cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
