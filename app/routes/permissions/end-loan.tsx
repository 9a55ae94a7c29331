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
import { isStaff } from "~/domain/permissions/viewer";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { type FormField, readEndingForm } from "~/http/permission-form.server";
import { conflict, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { endLoan } from "~/models/access/lend-power.server";
import { ownLoans } from "~/models/access/loans.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const { lent } = await ownLoans(viewer, today(), languageOf(request, viewer));
  const loan = lent.find(({ id, state }) => id === params.id && state !== "over");
  if (!loan) throw notFound();
  const title = await pageTitle(request, context, "permissions:end.loanTitle");
  return { title, loan, today: today(), onceKey: newPublicId() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const { value, wrong, typed } = await readEndingForm(request);
  if (!value) return data({ wrong, refusal: null, typed }, { status: 400 });
  const outcome = await endLoan(viewer, params.id ?? "", value, now());
  if (outcome === "ended") return redirect("/permissions/lent?done=loanEnded");
  if (outcome === "not-found") throw notFound();
  if (outcome === "overtaken") throw conflict();
  return data({ wrong, refusal: outcome, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndLoan() {
  const { loan, today, onceKey } = useLoaderData<typeof loader>();
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
        items={[
          { label: t("permissions:lent.title"), href: "/permissions/lent" },
          { label: t("permissions:end.loanTitle") },
        ]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("permissions:end.loanTitle")} lead={t("permissions:end.loanLead")} />
      <Facts
        items={[
          { term: t("permissions:field.power"), value: t(`permissions:power.${loan.power}`) },
          { term: t("permissions:column.holder"), value: loan.to.name },
          { term: t("permissions:column.unit"), value: loan.unit },
          { term: t("permissions:column.dates"), value: <GrantDates from={loan.since} lastDay={loan.lastDay} /> },
          { term: t("permissions:field.document"), value: loan.document },
        ]}
      />
      <EndPermission
        today={today}
        onceKey={onceKey}
        typed={answer?.typed ?? {}}
        errorOf={errorOf}
        cancel="/permissions/lent"
      />
    </main>
  );
}
