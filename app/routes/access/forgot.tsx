import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LoginGate } from "~/components/login-gate";
import { pageTitle } from "~/http/page-title.server";

export const handle = { bare: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { title: await pageTitle(request, context, "access:forgot.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** No form: whether an account exists is told to nobody. The unit's HR officer hands out the way back in. */
export default function Forgot() {
  const { t } = useTranslation();
  return (
    <LoginGate tagline={t("access:tagline")}>
      <div className="title title-s">
        <h1>{t("access:forgot.title")}</h1>
        <p className="lead">{t("access:forgot.lead")}</p>
      </div>
      <ol className="flow-s">
        <li>{t("access:forgot.ask")}</li>
        <li>{t("access:forgot.slip")}</li>
        <li>{t("access:forgot.set")}</li>
      </ol>
      <p className="section-s">
        <Anchor className="tap" href="/login">
          {t("access:forgot.back")}
        </Anchor>
      </p>
    </LoginGate>
  );
}
