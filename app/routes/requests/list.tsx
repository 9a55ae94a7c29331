import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { RequestRows } from "~/components/request-rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { decidesSomewhere } from "~/models/requests/decider.server";
import { ownRequests } from "~/models/requests/request-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "requests:list.title"),
    withdrawn: new URL(request.url).searchParams.get("done") === "withdrawn",
    decides: decidesSomewhere(viewer),
    lines: await ownRequests(viewer, today(), languageOf(request, viewer)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Requests() {
  const { lines, decides, withdrawn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const open = lines.filter(({ state }) => state === "open" || state === "taken" || state === "returned").length;
  return (
    <main id="main" className="wrap">
      {withdrawn && (
        <Toast tone="ok" closeHref="/requests">
          {t("requests:done.withdrawn")}
        </Toast>
      )}
      <PageTitle
        title={t("requests:list.title")}
        lead={open === 0 ? t("requests:list.leadNone") : t("requests:list.lead", { count: open })}
        meta={t("requests:list.meta")}
        actions={
          <LinkButton href="/requests/new" icon="pen">
            {t("requests:list.raise")}
          </LinkButton>
        }
      >
        {decides && (
          <p>
            <Anchor className="tap" href="/requests/inbox">
              {t("requests:list.toInbox")}
            </Anchor>
          </p>
        )}
      </PageTitle>
      <Section title={t("requests:list.own")}>
        {lines.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("requests:list.none")}>
              <p>{t("requests:list.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <RequestRows lines={lines} />
        )}
      </Section>
    </main>
  );
}
