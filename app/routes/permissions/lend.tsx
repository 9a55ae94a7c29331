import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { SelectField } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { PermissionFields } from "~/components/permission-fields";
import { now, today } from "~/config/clock.server";
import { lendablePowers } from "~/domain/permissions/may-delegate";
import { isStaff } from "~/domain/permissions/viewer";
import { addDays } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { type FormField, readLoanForm } from "~/http/permission-form.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { findTaker } from "~/models/access/find-taker.server";
import { type LendOutcome, lendPower } from "~/models/access/lend-power.server";
import { ownUnitOptions } from "~/models/access/own-unit-options.server";
import { newPublicId } from "~/models/public-id.server";

type Refusal = Exclude<LendOutcome, "lent"> | "person-none" | "person-several" | "person-no-account";

const PLACE: Record<Refusal, FormField> = {
  "person-none": "person",
  "person-several": "person",
  "person-no-account": "person",
  oneself: "person",
  collaborator: "person",
  "not-serving": "person",
  "unknown-unit": "unit",
  "not-delegable": "power",
  "lent-already": "power",
  "begins-in-the-past": "from",
  "end-before-start": "lastDay",
  "too-long": "lastDay",
};

/** Whoever has no power of their own has nothing to lend. */
async function lender({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const viewer = await requireViewer(request, context);
  const powers = lendablePowers(viewer);
  if (!isStaff(viewer) || powers.length === 0) throw notFound();
  return { viewer, powers };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, powers } = await lender({ request, context });
  return {
    title: await pageTitle(request, context, "permissions:lend.title"),
    powers,
    today: today(),
    onceKey: newPublicId(),
    units: await ownUnitOptions(viewer, today(), languageOf(request, viewer)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, powers } = await lender({ request, context });
  const { value, wrong, typed, onceKey } = await readLoanForm(request);
  const refuse = (refusal: Refusal | null, choices: { staffCode: string; name: string; place: string }[] = []) =>
    data({ wrong, refusal, typed, choices }, { status: 400 });
  if (!value) return refuse(null);
  if (!powers.includes(value.power)) return refuse("not-delegable");
  const taker = await findTaker(viewer, value.power, value.person, today(), languageOf(request, viewer));
  if (taker.kind === "several") return refuse("person-several", taker.people);
  if (taker.kind !== "one") return refuse(taker.kind === "none" ? "person-none" : "person-no-account");
  const wanted = { ...value, taker: taker.holder, until: addDays(value.lastDay, 1) };
  const outcome = await lendPower(viewer, wanted, now(), onceKey);
  if (outcome === "lent") return redirect("/permissions/lent?done=lent");
  return refuse(outcome);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Lend() {
  const { powers, today, onceKey, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const problems: { fieldId: FormField; message: string }[] = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`permissions:wrong.${field}`) })),
    ...(answer?.refusal
      ? [{ fieldId: PLACE[answer.refusal], message: t(`permissions:refused.${answer.refusal}`) }]
      : []),
  ];
  const errorOf = errorsByField(problems);
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("permissions:lent.title"), href: "/permissions/lent" },
          { label: t("permissions:lend.title") },
        ]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t("permissions:lend.title")}
        lead={t("permissions:lend.lead")}
        meta={t("permissions:lend.meta")}
      />
      <Form method="post" className="flow">
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        <PermissionFields
          typed={typed}
          errorOf={errorOf}
          choices={answer?.choices ?? []}
          units={units}
          today={today}
          personHint={t("permissions:lend.personHint")}
          unitHint={t("permissions:lend.unitHint")}
          lastDayHint={t("permissions:lend.lastDayHint")}
        >
          <SelectField
            id="power"
            name="power"
            label={t("permissions:field.power")}
            errors={errorOf("power")}
            defaultValue={typed.power ?? ""}
            options={[
              { value: "", label: t("permissions:field.choose") },
              ...powers.map((power) => ({ value: power, label: t(`permissions:power.${power}`) })),
            ]}
          />
        </PermissionFields>
        <div className="row">
          <Button>{t("permissions:lend.submit")}</Button>
          <LinkButton href="/permissions/lent" variant="secondary">
            {t("permissions:cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
