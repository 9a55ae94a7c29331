import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { PageTitle } from "~/components/page-title";
import { PrivacyNotice } from "~/components/privacy-notice";
import { pageTitle } from "~/http/page-title.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { title: await pageTitle(request, context, "about:privacy.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Privacy() {
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <PageTitle title={t("about:privacy.title")} lead={t("about:privacy.lead")} />
      <PrivacyNotice />
    </main>
  );
}
