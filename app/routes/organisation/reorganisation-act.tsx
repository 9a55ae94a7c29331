import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { ActFields } from "~/components/reorganisation/act-fields";
import { ChangedMeanwhile } from "~/components/reorganisation/changed-meanwhile";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { now, today } from "~/config/clock.server";
import { ACT_KINDS } from "~/domain/organisation/act-values";
import { readActValues } from "~/http/act-form.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { notFound } from "~/http/refusals.server";
import { actPage } from "~/models/organisation/act-page.server";
import { putAct } from "~/models/organisation/put-act.server";

/** The plan and the form of the act that the address names: by its place, or a new one by its kind. */
async function permitted(given: LoaderFunctionArgs) {
  const { viewer, found } = await requirePlan(given);
  const place = Number(given.params.place);
  const kind = ACT_KINDS.find((each) => each === given.params.kind);
  const unit = new URL(given.request.url).searchParams.get("unit") ?? "";
  const asked = kind ? { kind, unit } : { index: place - 1 };
  const page = await actPage(viewer, found, asked, today(), languageOf(given.request, viewer));
  if (!page) throw notFound();
  return { viewer, found, page, index: kind ? found.plan.acts.length : place - 1 };
}

export async function loader(given: LoaderFunctionArgs) {
  const { found, page } = await permitted(given);
  const { publicId, savedAt, plan } = found;
  const title = await pageTitle(given.request, given.context, `reorganisation:kind.${page.kind}.title`);
  return { title, publicId, savedAt, name: plan.title, page };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, found, page, index } = await permitted(given);
  const form = await given.request.formData();
  const values = readActValues(form);
  const put = await putAct(viewer, found, index, page.kind, values, String(form.get("seen")), now());
  if ("wrong" in put) return data({ wrong: put.wrong, values, meanwhile: false }, { status: 400 });
  if (put.saved === "outside") throw notFound();
  if (put.saved === "changed") return data({ wrong: [], values, meanwhile: true }, { status: 409 });
  return redirect(`/reorganisations/${found.publicId}?done=added#act-${index + 1}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ActForm() {
  const { publicId, savedAt, name, page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/${publicId}`;
  const wrong = refused?.wrong ?? [];
  const title = t(`reorganisation:kind.${page.kind}.title`);
  return (
    <main id="main" className="wrap">
      <PlanCrumbs trail={[{ label: i18n.language === "en" ? name.en : name.vi, href }, { label: title }]} />
      <PageTitle title={title} lead={t(`reorganisation:kind.${page.kind}.text`)} />
      {refused?.meanwhile && <ChangedMeanwhile href={href} />}
      <ErrorSummary errors={wrong.map((field) => ({ fieldId: field, message: t(`reorganisation:wrong.${field}`) }))} />
      <Form method="post" noValidate>
        <input type="hidden" name="seen" value={savedAt} />
        <ActFields {...page} values={refused?.values ?? page.values} wrong={wrong} />
        <p className="row section">
          <Button>{t("reorganisation:act.submit")}</Button>
          <LinkButton href={href} variant="secondary">
            {t("reorganisation:cancel")}
          </LinkButton>
        </p>
      </Form>
    </main>
  );
}
