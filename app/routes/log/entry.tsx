import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { LogBadge } from "~/components/competency/log-badge";
import { LogDecision } from "~/components/competency/log-decision";
import { LogFacts, LogHistory } from "~/components/competency/log-facts";
import { PracticeRuleText } from "~/components/competency/practice-rule";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { readLogAct } from "~/http/log-entry-form.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { actOnEntry } from "~/models/practice-log/act-on-entry.server";
import { loadEntry } from "~/models/practice-log/log-page.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const view = await loadEntry(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!view) throw notFound();
  return {
    title: await pageTitle(request, context, "competency:log.entry"),
    view,
    onceKey: newPublicId(),
    done: readDone(request, ["written", "mended"] as const),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const order = await readLogAct(request);
  // a withdrawal has a page of its own
  if (order.act === "withdraw") throw badRequest();
  const outcome = await actOnEntry(viewer, params.id ?? "", order, now());
  if (outcome === "recorded") {
    return redirect(`/log/queue?done=${order.act === "confirm" ? "confirmed" : "returned"}`);
  }
  if (outcome === "not-found") throw notFound();
  return data({ problem: outcome }, outcome === "not-possible" ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Entry() {
  const { view, onceKey, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const words = refused?.problem === "words-missing" ? t("competency:log.problem.words") : undefined;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          view.own
            ? { label: t("competency:log.title"), href: "/log" }
            : { label: t("competency:queue.title"), href: "/log/queue" },
          { label: view.title },
        ]}
      />
      {done && !refused && (
        <Toast tone="ok" closeHref={`/log/${view.entry}`}>
          {t(`competency:log.done.${done}`)}
        </Toast>
      )}
      {refused && (
        <ErrorSummary
          errors={[{ fieldId: words && "text", message: words ?? t("competency:log.problem.not-possible") }]}
        />
      )}
      <PageTitle
        title={view.title}
        lead={view.own ? undefined : [view.person.name, view.person.place].filter(Boolean).join(", ")}
      >
        <p>
          <LogBadge state={view.state} />
        </p>
      </PageTitle>
      <div className="grid-2">
        <div className="flow-l">
          <LogFacts view={view} />
          <LogHistory view={view} />
        </div>
        <div className="flow-l">
          <LogDecision view={view} onceKey={onceKey} problem={words} />
          {view.own && view.may.length > 0 && (
            <p className="row">
              {view.may.includes("mend") && (
                <LinkButton
                  href={`/log/${view.entry}/mend`}
                  // what was returned waits for its author
                  variant={view.state === "returned" ? "primary" : "secondary"}
                  icon="pen"
                >
                  {t("competency:log.mend")}
                </LinkButton>
              )}
              {view.may.includes("withdraw") && (
                <LinkButton href={`/log/${view.entry}/withdraw`} variant="secondary">
                  {t("competency:log.withdraw")}
                </LinkButton>
              )}
            </p>
          )}
          {view.rules.length > 0 && view.state !== "withdrawn" && (
            <Section title={t("competency:log.counts")}>
              {view.rules.map((rule) => (
                <p key={rule.level} className="section-s">
                  <PracticeRuleText rule={rule} />
                </p>
              ))}
            </Section>
          )}
        </div>
      </div>
    </main>
  );
}
