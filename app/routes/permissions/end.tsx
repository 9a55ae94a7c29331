import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { EndPermission } from "~/components/end-permission";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { GrantDates } from "~/components/permission-words";
import { now, today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { type FormField, readEndingForm } from "~/http/permission-form.server";
import { conflict, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { endGrant, grantToEnd } from "~/models/access/end-grant.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-grants");
  const grant = await grantToEnd(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!grant) throw notFound();
  const title = await pageTitle(request, context, "permissions:end.title");
  return { title, grant, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-grants");
  const { value, wrong, typed } = await readEndingForm(request);
  if (!value) return data({ wrong, refusal: null, typed }, { status: 400 });
  const outcome = await endGrant(viewer, params.id ?? "", value, now());
  if (outcome === "ended") return redirect("/permissions?done=ended");
  if (outcome === "not-found") throw notFound();
  if (outcome === "overtaken") throw conflict();
  return data({ wrong, refusal: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndGrant() {
  const { grant, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems: { fieldId: FormField; message: string }[] = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`permissions:wrong.${field}`) })),
    ...(answer?.refusal ? [{ fieldId: "on" as const, message: t(`permissions:endRefused.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[{ label: t("permissions:list.title"), href: "/permissions" }, { label: t("permissions:end.title") }]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("permissions:end.title")} lead={t("permissions:end.lead")} />
      <Facts
        items={[
          { term: t("permissions:column.holder"), value: `${grant.name} (${grant.staffCode})` },
          { term: t("permissions:field.role"), value: t(`permissions:role.${grant.role}`) },
          { term: t("permissions:column.unit"), value: grant.unit },
          { term: t("permissions:column.dates"), value: <GrantDates from={grant.from} lastDay={grant.lastDay} /> },
          { term: t("permissions:field.document"), value: grant.document ?? t("permissions:list.noDocument") },
        ]}
      />
      <EndPermission
        today={today}
        onceKey={onceKey}
        typed={answer?.typed ?? {}}
        errorOf={errorOf}
        cancel="/permissions"
      />
    </main>
  );
}
