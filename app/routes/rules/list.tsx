import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { loadRules, rulesPower } from "~/models/rules/rules-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (rulesPower(viewer) === null) throw notFound();
  const view = await loadRules(viewer, today(), languageOf(request, viewer));
  const done = new URL(request.url).searchParams.get("done");
  return { title: await pageTitle(request, context, "rules:list.title"), ...view, done };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const STANDINGS = ["active", "planned", "draft", "ended"] as const;

export default function Rules() {
  const { lines, keeps, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const active = lines.filter(({ standing }) => standing === "active");
  return (
    <main id="main" className="wrap">
      {done === "undone" && (
        <Toast tone="ok" closeHref="/rules">
          {t("rules:done.undone")}
        </Toast>
      )}
      <PageTitle
        title={t("rules:list.title")}
        lead={t("rules:list.lead", { count: active.length })}
        meta={
          <>
            {t("rules:list.meta")} <Anchor href="/calendar">{t("rules:calendar.title")}</Anchor>
          </>
        }
        actions={
          keeps && (
            <LinkButton href="/rules/new" icon="pen">
              {t("rules:list.new")}
            </LinkButton>
          )
        }
      />
      {STANDINGS.map((standing) => {
        const of = lines.filter((line) => line.standing === standing);
        if (of.length === 0) return null;
        return (
          <Section key={standing} className="section" title={t(`rules:standing.${standing}`)}>
            <Rows>
              {of.map((line) => (
                <Row
                  key={line.id}
                  title={line.title}
                  href={`/rules/${line.id}`}
                  meta={`${line.programme} · ${t("rules:list.due", { count: line.dueDays })} · ${line.document}`}
                  cells={[
                    line.until
                      ? t("rules:list.span", { from: showCivilDate(line.from), until: showCivilDate(line.until) })
                      : t("rules:list.since", { from: showCivilDate(line.from) }),
                  ]}
                  end={line.fromFiles && <Badge>{t("rules:list.fromFiles")}</Badge>}
                />
              ))}
            </Rows>
          </Section>
        );
      })}
    </main>
  );
}
