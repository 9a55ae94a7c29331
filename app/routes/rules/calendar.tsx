import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActList } from "~/components/act-list";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { isStaff } from "~/domain/permissions/viewer";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { keepsRules } from "~/models/rules/keeps-rules.server";
import { loadCalendar } from "~/models/time/calendar-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("year") ?? today().slice(0, 4);
  const view = /^\d{4}$/.test(asked) ? await loadCalendar(Number(asked), today(), languageOf(request, viewer)) : null;
  if (!view) throw notFound();
  return {
    title: await pageTitle(request, context, "rules:calendar.title"),
    view,
    mayChange: await keepsRules(viewer, today()),
    done: searchParams.get("done"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Calendar() {
  const { view, mayChange, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { year, years, worked, days, changes } = view;
  return (
    <main id="main" className="wrap">
      {(done === "changed" || done === "undone") && (
        <Toast tone="ok" closeHref={`/calendar?year=${year}`}>
          {t(`rules:calendar.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={t("rules:calendar.title")}
        lead={t("rules:calendar.lead", { year, worked, count: days.filter(({ kind }) => kind === "holiday").length })}
        meta={t("rules:calendar.what")}
        actions={
          mayChange && (
            <LinkButton href={`/calendar/change?year=${year}`} icon="pen">
              {t("rules:calendar.change")}
            </LinkButton>
          )
        }
      />
      <nav className="row" aria-label={t("rules:calendar.years")}>
        {years.map((each) =>
          each === year ? (
            <b key={each} aria-current="page">
              {each}
            </b>
          ) : (
            <Anchor key={each} className="tap" href={`/calendar?year=${each}`}>
              {each}
            </Anchor>
          ),
        )}
      </nav>
      <Section className="section" title={t("rules:calendar.days", { year })}>
        {days.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("rules:calendar.none")}>
              <p>{t("rules:calendar.noneText")}</p>
            </EmptyState>
          </div>
        ) : (
          <Table
            caption={t("rules:calendar.days", { year })}
            columns={[
              { key: "day", label: t("rules:calendar.day") },
              { key: "kind", label: t("rules:calendar.kind") },
              { key: "name", label: t("rules:calendar.name") },
              { key: "document", label: t("rules:order.document") },
            ]}
            rows={days.map(({ day, weekday, kind, name, document }) => ({
              key: day,
              cells: [
                `${t(`learning:weekday.${weekday}`)} ${showCivilDate(day)}`,
                <Badge key="kind" tone={kind === "working" ? "info" : undefined}>
                  {t(`rules:calendar.${kind}`)}
                </Badge>,
                name,
                <span key="document" className="meta">
                  {document}
                </span>,
              ],
            }))}
          />
        )}
      </Section>
      {changes.length > 0 && (
        <Section className="section" title={t("rules:calendar.changes")}>
          <ActList
            acts={changes.map((act) => ({ ...act, title: t("rules:act.kind.calendar-changed") }))}
            hrefOf={mayChange ? (id) => `/rules/changes/${id}` : undefined}
          />
        </Section>
      )}
    </main>
  );
}
