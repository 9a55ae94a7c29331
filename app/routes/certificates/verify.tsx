import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/button";
import { CheckFile } from "~/components/check-file";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Field } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { readCode, readSerial } from "~/domain/certification/serial-number";
import { readCheckedFile } from "~/http/checked-file.server";
import { pageTitle } from "~/http/page-title.server";
import { checkFile } from "~/models/certification/check-file.server";

/** The form by which anyone checks a paper. A typed number and code lead to the same address as the QR code. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const serial = readSerial(query.get("serial") ?? "").slice(0, 40);
  const code = readCode(query.get("code") ?? "").slice(0, 40);
  if (serial && code) throw redirect(`/v/${encodeURIComponent(serial)}/${encodeURIComponent(code)}`);
  const incomplete = query.has("serial") || query.has("code");
  return data(
    { title: await pageTitle(request, context, "certificates:verify.title"), serial, code, incomplete },
    { status: incomplete ? 400 : 200 },
  );
}

/** A file instead of a number and a code: what is not one of ours to the last byte is unknown. Nothing is kept of it. */
export async function action({ request }: ActionFunctionArgs) {
  const file = await readCheckedFile(request);
  if (typeof file === "string") return data({ answer: file, href: undefined }, { status: 400 });
  const check = await checkFile(file);
  if (check.outcome !== "matches") return { answer: check.outcome, href: undefined };
  return { answer: check.kind, href: `/v/${check.serial}/${check.code}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Verify() {
  const { serial, code, incomplete } = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = incomplete
    ? [{ fieldId: serial ? "code" : "serial", message: t("certificates:verify.incomplete") }]
    : [];
  const errorOf = errorsByField(problems);
  return (
    <main id="main" className="narrow">
      <ErrorSummary errors={problems} />
      <PageTitle title={t("certificates:verify.title")} lead={t("certificates:verify.lead")} />
      <Form method="get">
        <Field
          id="serial"
          name="serial"
          code
          label={t("certificates:verify.serial")}
          hint={t("certificates:verify.serialHint")}
          errors={errorOf("serial")}
          defaultValue={serial}
          autoComplete="off"
          maxLength={40}
          required
        />
        <Field
          id="code"
          name="code"
          code
          label={t("certificates:verify.code")}
          hint={t("certificates:verify.codeHint")}
          errors={errorOf("code")}
          defaultValue={code}
          autoComplete="off"
          maxLength={40}
          required
        />
        <p className="section-s">
          <Button stretch>{t("certificates:verify.submit")}</Button>
        </p>
      </Form>
      <p className="meta section-s">{t("certificates:verify.public")}</p>
      <CheckFile answer={checked?.answer} href={checked?.href} />
      <p className="section-s">
        <a className="tap" href="/keys">
          {t("certificates:verify.keys")}
        </a>
      </p>
    </main>
  );
}
