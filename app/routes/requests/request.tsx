import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { PersonnelProblems } from "~/components/personnel-problems";
import { RequestBadge } from "~/components/request-badge";
import { RequestContent } from "~/components/request-content";
import { RequestDecision } from "~/components/request-decision";
import { RequestHistory } from "~/components/request-history";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readEventForm } from "~/http/request-event-form.server";
import { requireViewer } from "~/http/viewer.server";
import { PersonnelRefused } from "~/models/people/carry-out-personnel-acts.server";
import { recordRequestEvent } from "~/models/requests/record-request-event.server";
import { loadRequest } from "~/models/requests/request-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const view = await loadRequest(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!view) throw notFound();
  const kind = view.content.kind;
  return {
    title: await pageTitle(request, context, `requests:kind.${kind}`),
    view,
    kind,
    today: today(),
    done: new URL(request.url).searchParams.get("done"),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const typed = await readEventForm(request);
  const id = params.id ?? "";
  try {
    const outcome = await recordRequestEvent(viewer, id, typed, now());
    if (outcome === "not-found") throw notFound();
    if (outcome !== "recorded") {
      const status = outcome === "not-possible" ? 409 : 400;
      return data({ problem: outcome, personnel: [], typed }, { status });
    }
  } catch (error) {
    if (!(error instanceof PersonnelRefused)) throw error;
    return data({ problem: "record" as const, personnel: error.problems, typed }, { status: 400 });
  }
  return redirect(typed.event === "withdrawn" ? "/requests?done=withdrawn" : `/requests/${id}?done=${typed.event}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const DONE = ["raised", "taken", "returned", "supplemented", "approved", "refused", "answered"] as const;

export default function Request() {
  const { view, kind, today, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const told = DONE.find((each) => each === done);
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          view.own
            ? { label: t("requests:list.title"), href: "/requests" }
            : { label: t("requests:inbox.title"), href: "/requests/inbox" },
          { label: t(`requests:kind.${kind}`) },
        ]}
      />
      {told && !refused && (
        <Toast tone="ok" closeHref={`/requests/${view.request}`}>
          {t(`requests:done.${told}`, { date: showCivilDate(view.due) })}
        </Toast>
      )}
      {refused && (
        <ErrorSummary
          errors={[
            {
              message: t(`requests:trouble.${refused.problem}`),
              fieldId:
                refused.problem === "words-missing" ? "text" : refused.problem === "day-missing" ? "on" : undefined,
            },
          ]}
        />
      )}
      {refused && refused.personnel.length > 0 && <PersonnelProblems problems={refused.personnel} />}
      <PageTitle
        title={[t(`requests:kind.${kind}`), view.subject.title].filter(Boolean).join(": ")}
        lead={t("requests:page.lead", {
          name: view.person.name,
          place: view.person.place,
          date: showCivilDate(civilDateOf(view.raisedAt)),
        })}
      >
        <p>
          <RequestBadge state={view.state} late={view.late} />
        </p>
      </PageTitle>
      <div className="grid-2">
        <div className="flow-l">
          <RequestContent view={view} />
          <RequestHistory view={view} />
        </div>
        <div className="flow-l">
          <Section title={t("requests:page.handling")}>
            <Facts
              items={[
                { term: t("requests:page.due"), value: showCivilDate(view.due) },
                { term: t("requests:page.owner"), value: view.owner ?? t("requests:page.nobody") },
              ]}
            />
          </Section>
          {view.may.length > 0 && (
            <RequestDecision view={view} today={today} typed={refused?.typed} problem={refused?.problem} />
          )}
        </div>
      </div>
    </main>
  );
}
