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
import { ROLES } from "~/domain/permissions/role";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { type FormField, readGrantForm, untilAfter } from "~/http/permission-form.server";
import { requirePower } from "~/http/viewer.server";
import { findTaker } from "~/models/access/find-taker.server";
import { type GiveOutcome, giveGrant } from "~/models/access/give-grant.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { newPublicId } from "~/models/public-id.server";

type Refusal = Exclude<GiveOutcome, "given"> | "person-none" | "person-several" | "person-no-account";

/** beside which field a refusal is said */
const PLACE: Record<Refusal, FormField> = {
  "person-none": "person",
  "person-several": "person",
  "person-no-account": "person",
  oneself: "person",
  collaborator: "person",
  "unknown-unit": "unit",
  "administrators-only": "role",
  "learner-needs-none": "role",
  "held-already": "role",
  "begins-in-the-past": "from",
  "end-before-start": "lastDay",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-grants");
  const language = languageOf(request, viewer);
  return {
    title: await pageTitle(request, context, "permissions:give.title"),
    today: today(),
    onceKey: newPublicId(),
    units: await unitOptions(viewer, "manage-grants", today(), language),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-grants");
  const { value, wrong, typed, onceKey } = await readGrantForm(request);
  const refuse = (refusal: Refusal | null, choices: { staffCode: string; name: string; place: string }[] = []) =>
    data({ wrong, refusal, typed, choices }, { status: 400 });
  if (!value) return refuse(null);
  const taker = await findTaker(viewer, "manage-grants", value.person, today(), languageOf(request, viewer));
  if (taker.kind === "several") return refuse("person-several", taker.people);
  if (taker.kind !== "one") return refuse(taker.kind === "none" ? "person-none" : "person-no-account");
  const wanted = { ...value, holder: taker.holder, until: untilAfter(value.lastDay) };
  const outcome = await giveGrant(viewer, wanted, now(), onceKey);
  if (outcome === "given") return redirect("/permissions?done=given");
  return refuse(outcome);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GivePermission() {
  const { today, onceKey, units } = useLoaderData<typeof loader>();
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
        items={[{ label: t("permissions:list.title"), href: "/permissions" }, { label: t("permissions:give.title") }]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle
        title={t("permissions:give.title")}
        lead={t("permissions:give.lead")}
        meta={t("permissions:give.meta")}
      />
      <Form method="post" className="flow">
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        <PermissionFields
          typed={typed}
          errorOf={errorOf}
          choices={answer?.choices ?? []}
          units={units}
          today={today}
          personHint={t("permissions:give.personHint")}
          unitHint={t("permissions:give.unitHint")}
          lastDayHint={t("permissions:give.lastDayHint")}
          lastDayOptional
        >
          <SelectField
            id="role"
            name="role"
            label={t("permissions:field.role")}
            errors={errorOf("role")}
            defaultValue={typed.role ?? ""}
            options={[
              { value: "", label: t("permissions:field.choose") },
              ...ROLES.map((role) => ({ value: role, label: t(`permissions:role.${role}`) })),
            ]}
          />
        </PermissionFields>
        <div className="row">
          <Button>{t("permissions:give.submit")}</Button>
          <LinkButton href="/permissions" variant="secondary">
            {t("permissions:cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
