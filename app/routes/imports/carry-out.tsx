import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Check } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Field, FieldError } from "~/components/field";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { importOf } from "~/http/import-of.server";
import { pageTitle } from "~/http/page-title.server";
import { startImport } from "~/jobs/start-import.server";
import { confirmationFor, isTyped } from "~/models/imports/confirmation.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, run } = await importOf(given);
  const confirmation = await confirmationFor(run, viewer);
  if (!confirmation || !run.summary) throw redirect(`/imports/${run.publicId}`);
  return {
    title: await pageTitle(given.request, given.context, "imports:confirm.title"),
    id: run.publicId,
    fileName: run.fileName,
    effective: run.effective,
    summary: run.summary,
    confirmation,
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, run } = await importOf(given);
  const confirmation = await confirmationFor(run, viewer);
  // carried out meanwhile, or by a second click: the page says so
  if (!confirmation) return redirect(`/imports/${run.publicId}`);
  const form = await given.request.formData();
  const typed = String(form.get("name") ?? "");
  const withoutRefused = form.get("withoutRefused") === "yes";
  const problems = [
    ...(confirmation.refused > 0 && !withoutRefused ? (["withoutRefused"] as const) : []),
    ...(confirmation.name !== null && !isTyped(confirmation.name, typed) ? (["name"] as const) : []),
  ];
  if (problems.length > 0) return data({ problems, typed, withoutRefused }, { status: 400 });
  const order = { importId: run.id, run: run.publicId, by: viewer.accountId, at: now() };
  await startImport({ ...order, step: "carry-out", withoutRefused, named: confirmation.name !== null });
  return redirect(`/imports/${run.publicId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CarryOut() {
  const { id, fileName, effective, summary, confirmation } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { rows } = summary;
  const problems = refused?.problems ?? [];
  const messages = {
    withoutRefused: t("imports:confirm.problem.withoutRefused", { count: confirmation.refused }),
    name: t("imports:confirm.problem.name", { name: confirmation.name }),
  };
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("imports:list.title"), href: "/imports" },
          { label: fileName, href: `/imports/${id}` },
          { label: t("imports:confirm.title") },
        ]}
      />
      <ErrorSummary errors={problems.map((problem) => ({ fieldId: problem, message: messages[problem] }))} />
      <PageTitle
        title={t("imports:confirm.title")}
        lead={t("imports:result.sentence", {
          added: rows.new,
          changed: rows.changed,
          moved: rows.moved,
          ended: rows.ended,
        })}
        meta={t("imports:confirm.day", { day: showCivilDate(effective) })}
      />
      {confirmation.name !== null && (
        <Note tone="bad" icon="alert" title={t("imports:confirm.stop")}>
          <p>
            {t("imports:confirm.stopText", {
              ends: summary.ends,
              postings: summary.postings,
              share: Math.round(summary.share * 100),
            })}
          </p>
        </Note>
      )}
      <Form method="post" className="flow section-s">
        {confirmation.refused > 0 && (
          <div className="field">
            {problems.includes("withoutRefused") && (
              <FieldError id="withoutRefused-error" errors={[messages.withoutRefused]} />
            )}
            <Check
              id="withoutRefused"
              name="withoutRefused"
              value="yes"
              defaultChecked={refused?.withoutRefused}
              aria-invalid={problems.includes("withoutRefused") || undefined}
              aria-describedby={problems.includes("withoutRefused") ? "withoutRefused-error" : undefined}
            >
              {t("imports:confirm.withoutRefused", { count: confirmation.refused })}
            </Check>
          </div>
        )}
        {confirmation.name !== null && (
          <Field
            id="name"
            name="name"
            label={t("imports:confirm.name")}
            hint={t("imports:confirm.nameHint", { name: confirmation.name })}
            errors={problems.includes("name") ? [messages.name] : []}
            defaultValue={refused?.typed}
            autoComplete="off"
          />
        )}
        <p className="meta">{t("imports:confirm.whole")}</p>
        <div className="row">
          <Button variant={confirmation.name !== null ? "danger" : "primary"}>{t("imports:confirm.submit")}</Button>
          <LinkButton href={`/imports/${id}`} variant="secondary">
            {t("imports:cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
