import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { ListBadge } from "~/components/authority/list-badge";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { Timeline } from "~/components/timeline";
import { Toast } from "~/components/toast";
import type { ListAct } from "~/domain/certification/issue-list";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { issueListAtTheDoor } from "~/http/issue-list-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";

const VARIANTS: Record<ListAct, "primary" | "secondary"> = {
  submit: "primary",
  approve: "primary",
  return: "secondary",
  withdraw: "secondary",
};
/** the one that is done most stands first */
const ORDER: readonly ListAct[] = ["approve", "submit", "return", "withdraw"];

export async function loader(given: LoaderFunctionArgs) {
  const { list } = await issueListAtTheDoor(given);
  return {
    title: await pageTitle(given.request, given.context, "authority:list.page", { programme: list.programme }),
    list,
    done: readDone(given.request, ["drawn-up", "submitted", "returned", "approved", "approved-part"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function IssueList() {
  const { list, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = `/issuing/${list.id}`;
  const [last] = list.events;
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs items={[{ label: t("authority:list.title"), href: "/issuing" }, { label: list.programme }]} />
        {done && (
          <Toast tone={done === "approved-part" ? "warn" : "ok"} closeHref={path}>
            {t(`authority:list.done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={t("authority:list.page", { programme: list.programme })}
          lead={t(`authority:list.stateLead.${list.state}`, { count: list.entries.length })}
          meta={list.unit}
          actions={
            <div className="row actions">
              {ORDER.filter((act) => list.acts.includes(act)).map((act) => (
                <LinkButton key={act} href={`${path}/${act}`} variant={VARIANTS[act]}>
                  {t(`authority:act.${act}.title`)}
                </LinkButton>
              ))}
              {list.entries.length > 0 && (
                <LinkButton href={`${path}/print`} variant="secondary" icon="print">
                  {t("authority:list.print")}
                </LinkButton>
              )}
            </div>
          }
        >
          <p>
            <ListBadge state={list.state} />
          </p>
        </PageTitle>
      </div>
      {last?.kind === "returned" && last.text && (
        <Note tone="warn" icon="alert" title={t("authority:list.returnedTitle")}>
          <p className="pre-line">{last.text}</p>
        </Note>
      )}
      {list.entries.length > 0 && (
        <Section title={t("authority:list.people", { count: list.entries.length })}>
          <Table
            caption={t("authority:list.page", { programme: list.programme })}
            columns={[
              { key: "name", label: t("authority:column.name") },
              { key: "unit", label: t("authority:column.unit") },
              { key: "on", label: t("authority:column.met") },
              { key: "paper", label: t("authority:column.paper") },
            ]}
            rows={list.entries.map((entry) => ({
              key: String(entry.entryId),
              cells: [
                <>
                  {entry.name} <span className="meta">{entry.staffCode}</span>
                </>,
                entry.unit,
                showCivilDate(entry.on),
                <Paper key="paper" entry={entry} approving={list.acts.includes("approve")} />,
              ],
            }))}
          />
        </Section>
      )}
      <Section title={t("authority:list.history")}>
        <Timeline
          events={list.events.map((event) => ({
            key: `${event.kind} ${event.at}`,
            date: civilDateOf(event.at),
            title: t(`authority:list.event.${event.kind}`),
            kind: event.kind === "approved" ? "milestone" : event.kind === "returned" ? "ended" : undefined,
            meta: [
              event.by,
              event.number &&
                event.decidedOn &&
                t("authority:decisionOf", { number: event.number, date: showCivilDate(event.decidedOn) }),
              event.text,
            ]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      </Section>
    </main>
  );
}

/** What came of one name on the list, or why nothing will. */
function Paper({
  entry,
  approving,
}: {
  entry: { certificate: { id: string; serial: string } | null; lapsed: boolean; own: boolean };
  approving: boolean;
}) {
  const { t } = useTranslation();
  if (entry.certificate) {
    return <Anchor href={`/certificates/${entry.certificate.id}`}>{entry.certificate.serial}</Anchor>;
  }
  if (entry.lapsed) return <Badge tone="warn">{t("authority:list.lapsed")}</Badge>;
  if (entry.own && approving) return <Badge tone="warn">{t("authority:list.own")}</Badge>;
  return <>{t("authority:list.notYet")}</>;
}
