import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { schedulesOf } from "~/models/schedules/schedules-of.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "export-people");
  return {
    title: await pageTitle(request, context, "exports:schedules.title"),
    schedules: await schedulesOf(viewer, today()),
    done: readDone(request, ["ended"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Schedules() {
  const { schedules, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      {done && (
        <Toast tone="ok" closeHref="/reports/schedules">
          {t("exports:schedules.ended")}
        </Toast>
      )}
      <Crumbs
        items={[{ label: t("reports:index.title"), href: "/reports" }, { label: t("exports:schedules.title") }]}
      />
      <PageTitle
        title={t("exports:schedules.title")}
        lead={t("exports:schedules.lead")}
        actions={<LinkButton href="/reports/schedules/new">{t("exports:schedules.add")}</LinkButton>}
      />
      {schedules.length === 0 && (
        <EmptyState title={t("exports:schedules.none")} level={2}>
          <p>{t("exports:schedules.noneText")}</p>
        </EmptyState>
      )}
      <Rows>
        {schedules.map((each) => (
          <Row
            key={each.schedule}
            heading={2}
            title={each.name}
            href={`/reports/schedules/${each.schedule}`}
            meta={
              <>
                {t("exports:schedules.to", { name: each.recipient })} · {t(`exports:schedules.period.${each.period}`)} ·{" "}
                {t(`exports:schedules.format.${each.format}`)}
                <br />
                {each.next ? (
                  <>
                    {t("exports:schedules.next")} <CivilDate date={each.next} />
                  </>
                ) : (
                  t("exports:schedules.over")
                )}
              </>
            }
            end={
              each.last && (
                <Badge tone={each.last.outcome === "sent" ? "ok" : "info"}>
                  {t(`exports:schedules.outcome.${each.last.outcome}`)}
                </Badge>
              )
            }
          />
        ))}
      </Rows>
    </main>
  );
}
