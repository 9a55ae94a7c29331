import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CivilDate } from "~/components/civil-date";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { SettingWords } from "~/components/setting-words";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readChoice } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { loadSettings } from "~/models/settings/settings-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const settings = await loadSettings(viewer, today(), languageOf(request, viewer));
  if (!settings) throw notFound();
  const done = readChoice(request, "done", ["", "changed"]);
  return { title: await pageTitle(request, context, "desk:settings.title"), settings, done };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Settings() {
  const { settings, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      {done === "changed" && (
        <Toast tone="ok" closeHref="/desk/settings">
          {t("desk:settings.changed")}
        </Toast>
      )}
      <Crumbs items={[{ label: t("desk:title"), href: "/desk" }, { label: t("desk:settings.title") }]} />
      <PageTitle title={t("desk:settings.title")} lead={t("desk:settings.lead")} />
      <Rows>
        {settings.map(({ key, value, since, next }) => (
          <Row
            key={key}
            title={t(`desk:settings.name.${key}`)}
            href={`/desk/settings/${key}`}
            meta={
              <>
                {since ? (
                  <>
                    {t("desk:settings.since")} <CivilDate date={since.date} />. {since.document}
                  </>
                ) : (
                  t("desk:settings.asSetUp")
                )}
                {next && (
                  <>
                    {" "}
                    {t("desk:settings.from")} <CivilDate date={next.date} />:{" "}
                    <SettingWords of={key} value={next.value} />.
                  </>
                )}
              </>
            }
            end={
              <b>
                <SettingWords of={key} value={value} />
              </b>
            }
          />
        ))}
      </Rows>
    </main>
  );
}
