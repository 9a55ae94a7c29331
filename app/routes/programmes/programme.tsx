import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { ProgrammeRules } from "~/components/programmes/programme-rules";
import { Section } from "~/components/section";
import { Timeline } from "~/components/timeline";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { hasPower, isStaff } from "~/domain/permissions/viewer";
import { addDays, showCivilDate } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadProgramme } from "~/models/programmes/programme-pages.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const language = languageOf(request, viewer);
  const page = await loadProgramme(params.key ?? "", today(), language);
  if (!page) throw notFound();
  return {
    title: await pageTitle(request, context, "programmes:list.title"),
    page: { ...page, short: page.programme.short[language], basis: page.programme.default_basis[language] },
    keeps: hasPower(viewer, "manage-programmes"),
    done: readDone(request, ["set", "taken-back"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Programme() {
  const { page, keeps, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { programme, versions, names } = page;
  const path = `/programmes/${programme.key}`;
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("programmes:list.title"), href: "/programmes" }, { label: page.short }]} />
      {done && (
        <Toast tone="ok" closeHref={path}>
          {t(`programmes:done.${done}`)}
        </Toast>
      )}
      <PageTitle title={page.title} lead={page.basis} />
      <ProgrammeRules programme={programme} names={names} />
      {keeps && (
        <p className="row section-s">
          <LinkButton href={`${path}/new`} icon="pen">
            {t("programmes:page.change")}
          </LinkButton>
        </p>
      )}
      <Section className="section" title={t("programmes:page.versions")} meta={t("programmes:page.versionsMeta")}>
        <Timeline
          events={versions.map((version) => ({
            key: version.from,
            date: version.from,
            title: t(`programmes:version.${version.standing}`),
            meta: [
              version.id ? t("programmes:version.owner") : t("programmes:version.files"),
              version.until && t("programmes:version.through", { date: showCivilDate(addDays(version.until, -1)) }),
              version.reason,
            ]
              .filter(Boolean)
              .join(". "),
            more: (
              <>
                {version.standing !== "now" && <ProgrammeRules programme={version} names={names} />}
                {keeps && version.id && version.standing === "future" && (
                  <p className="section-s">
                    <LinkButton href={`/programmes/versions/${version.id}/take-back`} variant="secondary">
                      {t("programmes:version.takeBack")}
                    </LinkButton>
                  </p>
                )}
              </>
            ),
          }))}
        />
      </Section>
    </main>
  );
}
