import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { endShare, findShare } from "~/models/wallet/shares.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const share = await findShare(viewer, params.id ?? "");
  if (!share) throw notFound();
  if (share.endedAt) throw redirect("/wallet");
  return {
    title: await pageTitle(request, context, "wallet:endShare.title"),
    made: showCivilDate(civilDateOf(share.createdAt)),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!(await endShare(viewer, params.id ?? "", now()))) throw notFound();
  return redirect("/wallet?done=ended");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndShare() {
  const { made } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const title = t("wallet:endShare.title");
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("wallet:page.title"), href: "/wallet" }, { label: title }]} />
      <PageTitle title={title} lead={t("wallet:endShare.lead", { made })} />
      <Form method="post" className="row">
        <Button variant="danger">{t("wallet:endShare.submit")}</Button>
        <LinkButton href="/wallet" variant="secondary">
          {t("wallet:share.cancel")}
        </LinkButton>
      </Form>
    </main>
  );
}
