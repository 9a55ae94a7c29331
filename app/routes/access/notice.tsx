import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/button";
import { PageTitle } from "~/components/page-title";
import { PrivacyNotice } from "~/components/privacy-notice";
import { now } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer, safeBack } from "~/http/viewer.server";
import { acknowledgeNotice } from "~/models/access/accounts.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  const back = safeBack(new URL(request.url).searchParams.get("back"));
  return { title: await pageTitle(request, context, "access:notice.title"), back };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  await acknowledgeNotice(viewer, now());
  return redirect(safeBack((await request.formData()).get("back")));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Before anything else is recorded, the person reads what is recorded and why. */
export default function Notice() {
  const { back } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <PageTitle title={t("access:notice.title")} lead={t("access:notice.lead")} />
      <PrivacyNotice />
      <Form method="post" className="section-s">
        <input type="hidden" name="back" value={back} />
        <Button stretch>{t("access:notice.submit")}</Button>
      </Form>
    </main>
  );
}
