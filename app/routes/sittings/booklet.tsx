import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BookletSheet, KeySheet } from "~/components/sittings/booklet-sheet";
import { now } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingToManage } from "~/http/sitting-at-the-door.server";
import { booklet } from "~/models/sittings/paper-versions.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, language, sitting } = await sittingToManage(given);
  const withKey = new URL(given.request.url).searchParams.get("key") === "1";
  const view = await booklet(viewer, sitting.sitting, given.params.code ?? "", withKey, now(), language);
  // a key that is still sealed is not there yet
  if (view === "not-found" || view === "sealed") throw notFound();
  const title = await pageTitle(given.request, given.context, "exams:papers.code", { code: view.code });
  return { title, sitting, view };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Booklet() {
  const { sitting, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const title = t("exams:papers.code", { code: view.code });
  const { key } = view;
  return key === null ? (
    <BookletSheet sitting={sitting} view={view} title={title} />
  ) : (
    <KeySheet sitting={sitting} view={{ ...view, key }} title={title} />
  );
}
