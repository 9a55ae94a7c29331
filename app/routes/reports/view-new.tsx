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
import { isSavableAddress } from "~/domain/reporting/saved-address";
import { textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readOnceKey, typedFields } from "~/http/sitting-form.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { saveView } from "~/models/reporting/saved-view.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePower(request, context, "see-people");
  const address = new URL(request.url).searchParams.get("address") ?? "";
  if (!isSavableAddress(address)) throw notFound();
  return { title: await pageTitle(request, context, "reports:views.new"), address, onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { typed } = await typedFields(request);
  const id = readOnceKey(typed);
  const name = textValue(100).safeParse(typed.name ?? "");
  if (!name.success) return data({ wrong: true, name: typed.name ?? "" }, 400);
  const saved = await saveView(viewer, { id, name: name.data, address: typed.address ?? "" }, now());
  if (!saved) throw notFound();
  return redirect("/reports?done=view-saved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewView() {
  const { address, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer?.wrong ? [{ fieldId: "name" as const, message: t("reports:views.nameMissing") }] : [];
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("reports:index.title"), href: "/reports" }, { label: t("reports:views.new") }]} />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("reports:views.new")} lead={t("reports:views.newLead")} />
      <Form method="post" className="flow">
        <input type="hidden" name="onceKey" value={onceKey} />
        <input type="hidden" name="address" value={address} />
        <Field
          id="name"
          name="name"
          label={t("reports:views.name")}
          hint={t("reports:views.nameHint")}
          errors={errorsByField(problems)("name")}
          defaultValue={answer?.name}
          maxLength={100}
          autoComplete="off"
          required
        />
        <div className="row">
          <Button>{t("reports:views.save")}</Button>
          <LinkButton href={address} variant="secondary">
            {t("reports:views.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
