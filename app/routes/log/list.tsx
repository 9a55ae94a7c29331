import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LinkButton } from "~/components/button";
import { LogRows } from "~/components/competency/log-rows";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { ownLog } from "~/models/practice-log/log-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "competency:log.title"),
    lines: await ownLog(viewer, today(), languageOf(request, viewer)),
    confirms: hasPower(viewer, "confirm-practice"),
    done: readDone(request, ["withdrawn"] as const),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PracticeLog() {
  const { lines, confirms, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const count = (state: string) => lines.filter((line) => line.state === state).length;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[{ label: t("competency:page.title"), href: "/competency" }, { label: t("competency:log.title") }]}
      />
      {done && (
        <Toast tone="ok" closeHref="/log">
          {t(`competency:log.done.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={t("competency:log.title")}
        lead={t("competency:log.lead", {
          confirmed: count("confirmed"),
          waiting: count("waiting"),
          returned: count("returned"),
        })}
        meta={t("competency:log.meta")}
        actions={
          <LinkButton href="/log/new" icon="pen">
            {t("competency:log.write")}
          </LinkButton>
        }
      >
        {confirms && (
          <p>
            <Anchor className="tap" href="/log/queue">
              {t("competency:log.toQueue")}
            </Anchor>
          </p>
        )}
      </PageTitle>
      <Section title={t("competency:log.own")}>
        {lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("competency:log.none")}>
              <p>{t("competency:log.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <LogRows lines={lines} />
        )}
      </Section>
    </main>
  );
}
