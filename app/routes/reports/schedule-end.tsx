import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { now, today } from "~/config/clock.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { scheduleOf } from "~/models/schedules/schedules-of.server";
import { endSchedule } from "~/models/schedules/set-schedule.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const schedule = await scheduleOf(viewer, params.id ?? "", today());
  if (!schedule) throw notFound();
  const title = await pageTitle(request, context, "exports:schedules.end");
  return { title, schedule: schedule.schedule, name: schedule.name, recipient: schedule.recipient };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!(await endSchedule(viewer, params.id ?? "", now()))) throw notFound();
  return redirect("/reports/schedules?done=ended");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EndSchedule() {
  const { schedule, name, recipient } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("exports:schedules.title"), href: "/reports/schedules" },
          { label: name, href: `/reports/schedules/${schedule}` },
          { label: t("exports:schedules.end") },
        ]}
      />
      <PageTitle
        title={t("exports:schedules.endTitle", { name })}
        lead={t("exports:schedules.endLead", { name: recipient })}
      />
      <Form method="post" className="row">
        <Button variant="danger">{t("exports:schedules.end")}</Button>
        <LinkButton href={`/reports/schedules/${schedule}`} variant="secondary">
          {t("exports:schedules.keep")}
        </LinkButton>
      </Form>
    </main>
  );
}
