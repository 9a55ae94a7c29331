import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/components/empty-state";
import { FinishedRows, MineRows } from "~/components/marking/place-rows";
import { WaitingRows } from "~/components/marking/waiting-rows";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { markingQueue } from "~/models/marking/queue-page.server";

const DONE = ["finished", "given-back", "returned", "nothing-waits", "enough-held"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  return {
    title: await pageTitle(request, context, "marking:queue.title"),
    done: readDone(request, DONE),
    queue: await markingQueue(viewer, now(), languageOf(request, viewer)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Queue() {
  const { queue, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { waiting, mine, finished } = queue;
  const count = waiting.reduce((sum, kind) => sum + kind.count, 0);
  return (
    <main id="main" className="wrap">
      {done && (
        <Toast tone={done === "nothing-waits" || done === "enough-held" ? "warn" : "ok"} closeHref="/marking">
          {t(`marking:done.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={t("marking:queue.title")}
        lead={count === 0 ? t("marking:queue.leadNone") : t("marking:queue.lead", { count })}
        meta={t("marking:queue.meta")}
      />
      <div className="flow-l">
        {mine.length > 0 && (
          <Section title={t("marking:queue.mine", { count: mine.length })}>
            <MineRows lines={mine} />
          </Section>
        )}
        <Section title={t("marking:queue.waiting")}>
          {waiting.length === 0 ? (
            <div className="section-s">
              <EmptyState title={t("marking:queue.none")}>
                <p>{t("marking:queue.noneText")}</p>
              </EmptyState>
            </div>
          ) : (
            <WaitingRows kinds={waiting} />
          )}
        </Section>
        {finished.length > 0 && (
          <Section title={t("marking:queue.finished", { count: finished.length })}>
            <FinishedRows lines={finished} />
          </Section>
        )}
      </div>
    </main>
  );
}
