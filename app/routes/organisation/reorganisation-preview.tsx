import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PlanCrumbs } from "~/components/reorganisation/plan-crumbs";
import { PlanTitle } from "~/components/reorganisation/plan-title";
import { PreviewBody } from "~/components/reorganisation/preview-body";
import { PreviewNotices, PreviewProblems } from "~/components/reorganisation/preview-notices";
import { PreviewSum } from "~/components/reorganisation/preview-sum";
import { now, today } from "~/config/clock.server";
import { decided, decisionsIn, sameDecisions, withDecisions } from "~/domain/organisation/plan-decisions";
import { readDecisions } from "~/http/decisions-form.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { notFound } from "~/http/refusals.server";
import { carryOutPlan } from "~/models/organisation/carry-out-plan.server";
import { previewPage } from "~/models/organisation/preview-page.server";
import { savePlan } from "~/models/organisation/save-plan.server";

async function permitted(given: LoaderFunctionArgs) {
  const { viewer, found } = await requirePlan(given);
  const view = await previewPage(viewer, found, today(), languageOf(given.request, viewer));
  if (!view) throw notFound();
  return { viewer, found, ...view };
}

export async function loader(given: LoaderFunctionArgs) {
  const { page } = await permitted(given);
  const title = await pageTitle(given.request, given.context, "reorganisation:preview.title");
  return { title, page, done: readDone(given.request, ["chosen"]) };
}

/** Carries out exactly what was read; where something else was chosen than what the preview shows, it is worked out again first. */
export async function action(given: ActionFunctionArgs) {
  const { viewer, found, preview, page } = await permitted(given);
  const form = await given.request.formData();
  const stale = () => data({ stale: true, unread: false }, { status: 409 });
  if (form.get("seen") !== found.savedAt) return stale();
  const here = `/reorganisations/${found.publicId}/preview`;
  if (preview.problems.length > 0) return redirect(here);
  const chosen = decided(preview, readDecisions(form));
  if (!sameDecisions(chosen, decisionsIn(preview))) {
    const saved = await savePlan(viewer, found, withDecisions(found.plan, chosen), found.savedAt, now());
    return saved === "changed" ? stale() : redirect(`${here}?done=chosen`);
  }
  if (form.get("do") === "save") return redirect(`${here}?done=chosen`);
  if (page.mustRead && form.get("read") !== "yes") return data({ stale: false, unread: true }, { status: 400 });
  const outcome = await carryOutPlan(viewer, found, String(form.get("basis")), now());
  if (outcome === "outside") throw notFound();
  if (outcome === "stale") return stale();
  return redirect(`/reorganisations/changes/${outcome.changeId}?done=carried-out`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Preview() {
  const { page, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const href = `/reorganisations/${page.publicId}`;
  const name = i18n.language === "en" ? page.title.en : page.title.vi;
  return (
    <main id="main" className="wrap">
      <PlanCrumbs trail={[{ label: name, href }, { label: t("reorganisation:preview.title") }]} />
      <PreviewNotices
        href={href}
        chosen={done === "chosen" && !refused}
        stale={refused?.stale ?? false}
        unread={refused?.unread ? page.sum.people : null}
      />
      <PlanTitle
        head={page}
        when={page.when}
        lead={page.problems.length === 0 ? <PreviewSum sum={page.sum} /> : undefined}
      />
      {page.problems.length > 0 ? (
        <PreviewProblems href={href} problems={page.problems} />
      ) : (
        <Form method="post">
          <input type="hidden" name="seen" value={page.savedAt} />
          <input type="hidden" name="basis" value={page.basis} />
          {/* a new preview brings its own choices */}
          <PreviewBody key={page.basis + page.savedAt} page={page} href={href} unread={refused?.unread ?? false} />
        </Form>
      )}
    </main>
  );
}
