import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { FailedTasks } from "~/components/marking/failed-tasks";
import { TellableGroup } from "~/components/marking/tellable-group";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { releaseMarks } from "~/models/marking/release-marks.server";
import { releasePage } from "~/models/marking/release-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  return {
    title: await pageTitle(request, context, "marking:release.title"),
    page: await releasePage(viewer, now(), languageOf(request, viewer)),
    done: readDone(request, ["told", "some-left", "returned"]),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  const form = await request.formData();
  const chosen = form.getAll("mark").map(String);
  const confirmed = form.get("confirm") === "yes";
  if (chosen.length === 0 || !confirmed) {
    const problem = chosen.length === 0 ? ("none-chosen" as const) : ("not-confirmed" as const);
    return data({ problem, group: String(form.get("group")), chosen }, { status: 400 });
  }
  const outcome = await releaseMarks(viewer, chosen, now());
  return redirect(`/marking/release?done=${outcome.left === 0 ? "told" : "some-left"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Release() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { groups, failed } = page;
  const count = groups.reduce((sum, { ready }) => sum + ready.length, 0);
  return (
    <main id="main" className="wrap">
      {done && !refused && (
        <Toast tone={done === "some-left" ? "warn" : "ok"} closeHref="/marking/release">
          {t(`marking:release.done.${done}`)}
        </Toast>
      )}
      {refused && (
        <ErrorSummary
          errors={[
            {
              fieldId: `${refused.problem === "none-chosen" ? "marks" : "confirm"}-${refused.group.replace(/\W+/g, "-")}`,
              message: t(`marking:release.problem.${refused.problem}`),
            },
          ]}
        />
      )}
      <PageTitle
        title={t("marking:release.title")}
        lead={count === 0 ? t("marking:release.leadNone") : t("marking:release.lead", { count })}
        meta={t("marking:release.meta")}
      />
      {groups.length === 0 && (
        <EmptyState title={t("marking:release.none")} level={2}>
          <p>{t("marking:release.noneText")}</p>
        </EmptyState>
      )}
      <div className="flow-l">
        {groups.map((group) => (
          <TellableGroup
            key={group.key}
            group={group}
            chosen={refused?.group === group.key ? refused.chosen : null}
            problem={refused?.group === group.key ? refused.problem : null}
          />
        ))}
        {failed.length > 0 && (
          <Section title={t("marking:failed.title")}>
            <p className="meta">{t("marking:failed.text")}</p>
            <FailedTasks tasks={failed} />
          </Section>
        )}
      </div>
    </main>
  );
}
