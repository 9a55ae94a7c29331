import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { ReminderRows } from "~/components/reminder-rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { putAsideReminders, remindersOf } from "~/models/reminders/reminders-of.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "learning:reminders.title"),
    reminders: await remindersOf(viewer, today(), languageOf(request, viewer)),
    done: readDone(request, ["aside"]),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const upTo = String((await request.formData()).get("upTo") ?? "");
  if (!/^\d{1,15}$/.test(upTo)) throw badRequest();
  await putAsideReminders(viewer, Number(upTo), now());
  return redirect("/reminders?done=aside");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reminders() {
  const { reminders, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const own = reminders.filter(({ audience }) => audience === "holder");
  const others = reminders.filter(({ audience }) => audience === "hr");
  return (
    <main id="main" className="narrow">
      {done && (
        <Toast tone="ok" closeHref="/reminders">
          {t("learning:reminders.aside")}
        </Toast>
      )}
      <PageTitle
        title={t("learning:reminders.title")}
        lead={
          reminders.length === 0
            ? t("learning:reminders.none")
            : t("learning:reminders.lead", { count: reminders.length })
        }
      />
      {reminders.length === 0 && (
        <EmptyState title={t("learning:reminders.noneTitle")} level={2}>
          <p>{t("learning:reminders.noneText")}</p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <Section title={t("learning:reminders.own")}>
          <ReminderRows reminders={own} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t("learning:reminders.others")} className="section-s">
          <ReminderRows reminders={others} />
        </Section>
      )}
      {reminders.length > 0 && (
        <Form method="post" className="section-s">
          <input type="hidden" name="upTo" value={Math.max(...reminders.map(({ id }) => id))} />
          <Button variant="secondary">{t("learning:reminders.putAside")}</Button>
        </Form>
      )}
      <p>
        <Anchor className="tap" href="/account/mail">
          {t("learning:reminders.mailLink")}
        </Anchor>
      </p>
    </main>
  );
}
