import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ListBadge } from "~/components/authority/list-badge";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { issuingOverview } from "~/models/certification/issuing-overview.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const overview = await issuingOverview(viewer, today(), languageOf(request, viewer));
  if (!overview) throw notFound();
  return {
    title: await pageTitle(request, context, "authority:list.title"),
    overview,
    prepares: hasPower(viewer, "prepare-certificates"),
    done: readDone(request, ["withdrawn"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function IssueLists() {
  const { overview, prepares, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { waiting, lists } = overview;
  const people = waiting.reduce((sum, each) => sum + each.people, 0);
  const open = lists.filter(({ state }) => state !== "approved" && state !== "withdrawn");
  const over = lists.filter(({ state }) => state === "approved" || state === "withdrawn");
  const lead = prepares
    ? people === 0
      ? t("authority:list.leadNone")
      : t("authority:list.lead", { count: people })
    : open.length === 0
      ? t("authority:list.leadSigningNone")
      : t("authority:list.leadSigning", { count: open.length });
  return (
    <main id="main" className="wrap flow-l">
      <div>
        {done && (
          <Toast tone="ok" closeHref="/issuing">
            {t(`authority:list.done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={t("authority:list.title")}
          lead={lead}
          meta={t("authority:list.meta")}
          actions={
            <LinkButton href="/register" variant="secondary" icon="file">
              {t("authority:register.short")}
            </LinkButton>
          }
        />
      </div>
      {prepares && (
        <Section title={t("authority:list.waiting")} meta={t("authority:list.waitingMeta")}>
          {waiting.length === 0 ? (
            <div className="section-s">
              <EmptyState title={t("authority:list.nobodyWaits")}>
                <p>{t("authority:list.nobodyWaitsText")}</p>
              </EmptyState>
            </div>
          ) : (
            <Rows>
              {waiting.map((each) => (
                <Row
                  key={each.programme}
                  heading={3}
                  title={each.title}
                  meta={t("authority:list.people", { count: each.people })}
                  end={
                    <LinkButton href={`/issuing/new?programme=${each.programme}`} variant="secondary">
                      {t("authority:draw.title")}
                      <span className="sr">: {each.title}</span>
                    </LinkButton>
                  }
                />
              ))}
            </Rows>
          )}
        </Section>
      )}
      <Section
        title={t("authority:list.open")}
        meta={open.length > 0 && t("authority:list.lists", { count: open.length })}
      >
        {open.length === 0 ? (
          <p className="meta section-s">{t("authority:list.noneOpen")}</p>
        ) : (
          <ListRows lists={open} />
        )}
      </Section>
      {over.length > 0 && (
        <Section title={t("authority:list.over")} meta={t("authority:list.lists", { count: over.length })}>
          <ListRows lists={over} />
        </Section>
      )}
    </main>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["overview"]["lists"][number];

function ListRows({ lists }: { lists: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {lists.map((list) => (
        <Row
          key={list.id}
          heading={3}
          title={list.programme}
          href={`/issuing/${list.id}`}
          meta={[
            list.unit,
            list.people > 0 && t("authority:list.people", { count: list.people }),
            showCivilDate(civilDateOf(list.at)),
          ]
            .filter(Boolean)
            .join(" · ")}
          end={<ListBadge state={list.state} />}
        />
      ))}
    </Rows>
  );
}
