import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { DESK_GROUPS, toolsFor } from "~/domain/permissions/desk-tools";
import { worksHere } from "~/domain/permissions/viewer";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { waitingEntries } from "~/models/practice-log/log-lists.server";
import { countReminders } from "~/models/reminders/reminders-of.server";
import { waitingRequests } from "~/models/requests/request-lists.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!worksHere(viewer)) throw notFound();
  return {
    title: await pageTitle(request, context, "desk:title"),
    tools: toolsFor(viewer),
    waiting: await waitingRequests(viewer, today()),
    entries: await waitingEntries(viewer, today()),
    reminders: await countReminders(viewer, today()),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Desk() {
  const { tools, waiting, entries, reminders } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const groups = DESK_GROUPS.map((group) => ({ group, tools: tools.filter((tool) => tool.group === group) }));
  return (
    <main id="main" className="wrap">
      <PageTitle
        title={t("desk:title")}
        lead={waiting.waiting === 0 ? t("desk:leadNone") : t("desk:lead", { count: waiting.waiting })}
      />
      <div className="grid-2">
        {groups
          .filter((each) => each.tools.length > 0)
          .map((each) => (
            <Section key={each.group} title={t(`desk:group.${each.group}`)}>
              <Rows>
                {each.tools.map(({ key, href }) => (
                  <Row
                    key={key}
                    heading={3}
                    title={t(`desk:tool.${key}.title`)}
                    href={href}
                    meta={t(`desk:tool.${key}.text`)}
                    end={
                      key === "requests" && waiting.waiting > 0 ? (
                        <Badge tone={waiting.late > 0 ? "bad" : "info"}>
                          {t("desk:waiting", { count: waiting.waiting })}
                        </Badge>
                      ) : key === "log" && entries > 0 ? (
                        <Badge tone="info">{t("desk:waiting", { count: entries })}</Badge>
                      ) : key === "reminders" && reminders > 0 ? (
                        <Badge tone="warn">{t("learning:reminders.count", { count: reminders })}</Badge>
                      ) : undefined
                    }
                  />
                ))}
              </Rows>
            </Section>
          ))}
      </div>
    </main>
  );
}
