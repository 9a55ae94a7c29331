import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Anchor } from "~/components/anchor";
import { Button } from "~/components/button";
import { Check } from "~/components/choice";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { LanguageForm } from "~/components/language-form";
import { LoginGate } from "~/components/login-gate";
import { lucia } from "~/http/lucia.server";
import { pageTitle } from "~/http/page-title.server";
import { resolveViewer, safeBack } from "~/http/viewer.server";
import { accountByPassword, throttleKeyOf } from "~/models/access/accounts.server";
import { forgiveLoginTries, takeLoginTry } from "~/models/access/login-throttle.server";

export const handle = { bare: true };

const loginForm = z.object({
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(500),
  shared: z.literal("yes").optional(),
  back: z.string().optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  const back = safeBack(new URL(request.url).searchParams.get("back"));
  if (viewer) throw redirect(back);
  return { title: await pageTitle(request, context, "access:login.title"), back };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = loginForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ problem: "missing" as const, login: "" }, { status: 400 });
  const { login, password, shared, back } = form.data;
  const key = await throttleKeyOf(login);
  const attempt = await takeLoginTry(key, context.clientAddress);
  if (!attempt.allowed) {
    const minutes = Math.ceil(attempt.waitSeconds / 60);
    return data({ problem: "throttled" as const, login, minutes }, { status: 429 });
  }
  const account = await accountByPassword(login, password);
  if (!account) return data({ problem: "wrong" as const, login, triesLeft: attempt.triesLeft }, { status: 400 });
  await forgiveLoginTries(key, context.clientAddress);
  const session = await lucia.createSession(account.id, { shared: shared === "yes" });
  const cookie = lucia.createSessionCookie(session.id);
  // on a shared computer the cookie goes with the browser's window
  if (shared === "yes") delete cookie.attributes.maxAge;
  if (shared === "yes") delete cookie.attributes.expires;
  return redirect(safeBack(back ?? null), { headers: { "Set-Cookie": cookie.serialize() } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Login() {
  const { back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <LoginGate tagline={t("access:tagline")}>
      <div className="title title-s">
        <h1>{t("access:login.title")}</h1>
        <p className="lead">{t("access:login.lead")}</p>
      </div>
      {answer && (
        <ErrorSummary
          title={t("access:login.failed")}
          errors={[
            {
              fieldId: answer.problem === "throttled" ? undefined : "login",
              message: t(`access:login.${answer.problem}`, { ...answer }),
            },
          ]}
        />
      )}
      <Form method="post" reloadDocument>
        <input type="hidden" name="back" value={back} />
        <Field
          id="login"
          name="login"
          label={t("access:login.login")}
          hint={t("access:login.loginHint")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={answer?.login}
          required
        />
        <Field
          id="password"
          name="password"
          type="password"
          label={t("access:login.password")}
          autoComplete="current-password"
          required
        />
        <p className="section-xs">
          <Check name="shared" value="yes">
            {t("access:login.shared")}. <span className="hint">{t("access:login.sharedHint")}</span>
          </Check>
        </p>
        <p className="section-s">
          <Button block>{t("access:login.submit")}</Button>
        </p>
      </Form>
      <p>
        <Anchor className="tap" href="/forgot">
          {t("access:login.forgot")}
        </Anchor>
      </p>
      <hr />
      <p>{t("access:login.haveCertificate")}</p>
      <p>
        <Anchor className="tap" href="/verify">
          {t("access:login.verify")}
        </Anchor>
      </p>
      <LanguageForm back={`/login?${new URLSearchParams({ back })}`} />
    </LoginGate>
  );
}
