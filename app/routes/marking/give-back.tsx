import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { giveBackPlace } from "~/models/marking/give-back-place.server";
import { placePage } from "~/models/marking/place-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const page = await placePage(viewer, params.id ?? "", now(), languageOf(request, viewer));
  if (!page) throw notFound();
  if (page.mark) throw redirect(`/marking/${page.place}`);
  return {
    title: await pageTitle(request, context, "marking:giveBack.title"),
    place: page.place,
    code: page.code,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const outcome = await giveBackPlace(viewer, params.id ?? "", now());
  if (outcome === null) throw notFound();
  return redirect(outcome === "given-back" ? "/marking?done=given-back" : `/marking/${params.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GiveBack() {
  const { place, code } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("marking:queue.title"), href: "/marking" },
          { label: t("marking:code", { code }), href: `/marking/${place}` },
          { label: t("marking:giveBack.title") },
        ]}
      />
      <PageTitle title={t("marking:giveBack.title")} lead={t("marking:giveBack.lead")} />
      <Form method="post" className="row">
        <Button>{t("marking:giveBack.submit")}</Button>
        <LinkButton href={`/marking/${place}`} variant="secondary">
          {t("marking:giveBack.back")}
        </LinkButton>
      </Form>
    </main>
  );
}
