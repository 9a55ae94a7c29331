import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { LoginGate } from "~/components/login-gate";
import { now } from "~/config/clock.server";
import { lucia } from "~/http/lucia.server";
import { pageTitle } from "~/http/page-title.server";
import { UNLISTED, UNLISTED_META } from "~/http/unlisted";
import { accountOfSlip, PASSWORD_MIN_LENGTH, setPasswordBySlip } from "~/models/access/accounts.server";

export const handle = { bare: true };

export const headers = () => UNLISTED;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const slip = await accountOfSlip(params.token ?? "", now());
  return {
    title: await pageTitle(request, context, "access:slip.title"),
    fullName: slip?.fullName ?? null,
    least: PASSWORD_MIN_LENGTH,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const password = String(form.get("password") ?? "");
  const again = String(form.get("again") ?? "");
  if ([...password].length < PASSWORD_MIN_LENGTH || password.length > 500) {
    return data({ problem: "short" as const }, { status: 400 });
  }
  if (password !== again) return data({ problem: "different" as const }, { status: 400 });
  const done = await setPasswordBySlip(params.token ?? "", password, now());
  if (!done) return data({ problem: "over" as const }, { status: 409 });
  return redirect("/login", { headers: { "Set-Cookie": lucia.createBlankSessionCookie().serialize() } });
}

// No "no-referrer" here: browsers would send the form with "Origin: null". The site's policy tells no other site the token.
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, UNLISTED_META];

export default function Slip() {
  const { fullName, least } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (fullName === null || answer?.problem === "over") {
    return (
      <LoginGate tagline={t("access:tagline")}>
        <div className="title title-s">
          <h1>{t("access:slip.overTitle")}</h1>
          <p className="lead">{t("access:slip.over")}</p>
        </div>
        <Anchor className="tap" href="/login">
          {t("access:forgot.back")}
        </Anchor>
      </LoginGate>
    );
  }
  const wrong = answer && t(`access:slip.${answer.problem}`, { least });
  return (
    <LoginGate tagline={t("access:tagline")}>
      <div className="title title-s">
        <h1>{t("access:slip.title")}</h1>
        <p className="lead">{t("access:slip.lead", { name: fullName })}</p>
      </div>
      {wrong && (
        <ErrorSummary errors={[{ fieldId: answer.problem === "short" ? "password" : "again", message: wrong }]} />
      )}
      <Form method="post" reloadDocument>
        <Field
          id="password"
          name="password"
          type="password"
          label={t("access:slip.password")}
          hint={t("access:slip.hint", { least })}
          errors={answer?.problem === "short" && wrong ? [wrong] : undefined}
          autoComplete="new-password"
          minLength={least}
          required
        />
        <Field
          id="again"
          name="again"
          type="password"
          label={t("access:slip.again")}
          errors={answer?.problem === "different" && wrong ? [wrong] : undefined}
          autoComplete="new-password"
          required
        />
        <p className="section-s">
          <Button block>{t("access:slip.submit")}</Button>
        </p>
      </Form>
    </LoginGate>
  );
}
