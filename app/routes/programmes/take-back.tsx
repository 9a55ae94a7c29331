import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { programmeTitles } from "~/models/certification/programme-titles.server";
import { futureVersion, takeBackVersion } from "~/models/programmes/set-programme-version.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const version = await futureVersion(params.id ?? "", today());
  if (!version) throw notFound();
  return {
    title: await pageTitle(request, context, "programmes:takeBack.title"),
    version,
    short: (await programmeTitles(today(), languageOf(request, viewer)))(version.programme),
    once: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const once = String((await request.formData()).get("once") ?? "");
  if (!/^[0-9a-z]{1,40}$/.test(once)) throw badRequest();
  const programme = await takeBackVersion(viewer, params.id ?? "", { at: now(), onceKey: once });
  if (!programme) throw notFound();
  return redirect(`/programmes/${programme}?done=taken-back`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TakeBackVersion() {
  const { version, short, once } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("list.title"), href: "/programmes" },
          { label: short, href: `/programmes/${version.programme}` },
          { label: t("takeBack.title") },
        ]}
      />
      <PageTitle
        title={t("takeBack.title")}
        lead={t("takeBack.lead", { date: showCivilDate(version.from) })}
        meta={version.reason}
      />
      <Form method="post" className="row section-s">
        <input type="hidden" name="once" value={once} />
        <Button variant="danger">{t("takeBack.submit")}</Button>
        <LinkButton href={`/programmes/${version.programme}`} variant="secondary">
          {t("form.cancel")}
        </LinkButton>
      </Form>
    </main>
  );
}
