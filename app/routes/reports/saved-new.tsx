import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { reportAddress } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";
import { textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { readOnceKey, typedFields } from "~/http/sitting-form.server";
import { newPublicId } from "~/models/public-id.server";
import { loadBoard } from "~/models/reporting/board.server";
import { saveReport } from "~/models/reporting/saved-report.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query } = await reportAtTheDoor({ request, context });
  const head = await loadBoard(viewer, query, language);
  if (!head) throw notFound();
  const title = await pageTitle(request, context, "reports:saved.new");
  return { title, query, unit: head.name, onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, query } = await reportAtTheDoor({ request, context });
  const { typed } = await typedFields(request);
  const onceKey = readOnceKey(typed);
  const name = textValue(100).safeParse(typed.name ?? "");
  if (!name.success) return data({ wrong: true, name: typed.name ?? "" }, 400);
  const saved = await saveReport(viewer, query, { name: name.data, onceKey, at: now() });
  if (!saved) throw notFound();
  return redirect(`/reports/saved/${saved.publicId}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSaved() {
  const { query, unit, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer?.wrong ? [{ fieldId: "name" as const, message: t("reports:saved.nameMissing") }] : [];
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("reports:index.title"), href: "/reports" }, { label: t("reports:saved.new") }]} />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t("reports:saved.new")}
        lead={t("reports:saved.newLead", { unit: unit ?? t("hr:all"), date: showCivilDate(query.asOf) })}
        meta={t("reports:saved.newText")}
      />
      <Form method="post" action={reportAddress("/reports/saved/new", query)} className="flow">
        <input type="hidden" name="onceKey" value={onceKey} />
        <Field
          id="name"
          name="name"
          label={t("reports:views.name")}
          hint={t("reports:saved.nameHint")}
          errors={errorsByField(problems)("name")}
          defaultValue={answer?.name}
          maxLength={100}
          autoComplete="off"
          required
        />
        <div className="row">
          <Button>{t("reports:saved.save")}</Button>
          <LinkButton href={reportAddress("/hr", query)} variant="secondary">
            {t("reports:views.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
