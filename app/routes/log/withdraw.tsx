import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
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
  if (!view?.own) throw notFound();
  if (!view.may.includes("withdraw")) throw redirect(`/log/${view.entry}`);
  return {
    title: await pageTitle(request, context, "competency:log.withdraw"),
    entry: view.entry,
    about: `${view.title}, ${showCivilDate(view.content.onDate)}`,
    confirmed: view.state === "confirmed",
    onceKey: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const { act, onceKey } = await readLogAct(request);
  if (act !== "withdraw") throw badRequest();
  const outcome = await actOnEntry(viewer, params.id ?? "", { act, text: null, onceKey }, now());
  if (outcome === "recorded") return redirect("/log?done=withdrawn");
  if (outcome === "not-found") throw notFound();
  return data({ refused: true }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WithdrawEntry() {
  const { entry, about, confirmed, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("competency:log.title"), href: "/log" }, { label: t("competency:log.withdraw") }]} />
      {refused && <ErrorSummary errors={[{ message: t("competency:log.problem.not-possible") }]} />}
      <PageTitle
        title={t("competency:log.withdraw")}
        lead={t(confirmed ? "competency:log.withdrawConfirmed" : "competency:log.withdrawWaiting", { about })}
      />
      <Form method="post" className="row">
        <input type="hidden" name="act" value="withdraw" />
        <input type="hidden" name="onceKey" value={onceKey} />
        <Button variant="danger">{t("competency:log.withdrawSubmit")}</Button>
        <LinkButton href={`/log/${entry}`} variant="secondary">
          {t("competency:log.cancel")}
        </LinkButton>
      </Form>
    </main>
  );
}
