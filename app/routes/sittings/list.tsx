import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { SittingRows } from "~/components/sittings/sitting-rows";
import { now } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { sittingList } from "~/models/sittings/sitting-list.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const manages = hasPower(viewer, "manage-exams");
  if (!manages && !hasPower(viewer, "invigilate")) throw notFound();
  const language = languageOf(request, viewer);
  return {
    title: await pageTitle(request, context, "exams:sitting.list.title"),
    coming: await sittingList(viewer, "coming", now(), language),
    past: await sittingList(viewer, "past", now(), language),
    manages,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Sittings() {
  const { coming, past, manages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap flow-l">
      <div>
        {manages && (
          <Crumbs
            items={[{ label: t("exams:list.title"), href: "/exams" }, { label: t("exams:sitting.list.title") }]}
          />
        )}
        <PageTitle
          title={t("exams:sitting.list.title")}
          lead={t("exams:sitting.list.lead", { count: coming.length })}
          meta={manages ? undefined : t("exams:sitting.list.own")}
          actions={manages && <LinkButton href="/exams/sittings/new">{t("exams:sitting.new.title")}</LinkButton>}
        />
      </div>
      <Section title={t("exams:sitting.list.coming")}>
        {coming.length === 0 && (
          <div className="section-s">
            <EmptyState title={t("exams:sitting.list.noneComing")}>
              {manages && <p>{t("exams:sitting.list.noneText")}</p>}
            </EmptyState>
          </div>
        )}
        <SittingRows sittings={coming} />
      </Section>
      {past.length > 0 && (
        <Section title={t("exams:sitting.list.past")}>
          <SittingRows sittings={past} />
        </Section>
      )}
    </main>
  );
}
