import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Table } from "~/components/table";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { lastDayOf } from "~/domain/certification/certificate-status";
import { showCivilDate } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { authorityPage } from "~/models/certification/authority-page.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  return {
    title: await pageTitle(request, context, "authority:overview.title"),
    page: await authorityPage(viewer, today(), languageOf(request, viewer)),
    done: readDone(request, ["signatory", "signatory-ended", "decision", "decision-ended", "wording"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const TONES = { upcoming: "info", "in-force": "ok", ended: undefined } as const;

export default function Authority() {
  const { page, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const span = ({ from, until }: { from: string; until: string | null }) =>
    until === null
      ? t("authority:since", { date: showCivilDate(from) })
      : t("authority:span", { from: showCivilDate(from), until: showCivilDate(lastDayOf(until) ?? until) });
  const state = (of: keyof typeof TONES) => <Badge tone={TONES[of]}>{t(`authority:state.${of}`)}</Badge>;
  return (
    <main id="main" className="wrap flow-l">
      <div>
        {done && (
          <Toast tone="ok" closeHref="/authority">
            {t(`authority:done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={t("authority:overview.title")}
          lead={t("authority:overview.lead", { count: page.byList.length })}
          meta={t("authority:overview.meta")}
          actions={<LinkButton href="/authority/signatories/new">{t("authority:signatory.new.title")}</LinkButton>}
        />
      </div>
      <Section title={t("authority:overview.signatories")} meta={t("authority:overview.signatoriesMeta")}>
        {page.signatories.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("authority:overview.noSignatory")}>
              <p>{t("authority:overview.noSignatoryText")}</p>
            </EmptyState>
          </div>
        ) : (
          <Rows>
            {page.signatories.map((each) => (
              <Row
                key={each.publicId}
                heading={3}
                title={each.line}
                meta={
                  <>
                    {t("authority:overview.signsFor", { unit: each.unit })} · {span(each)}
                    <br />
                    {t("authority:overview.mandate", {
                      number: each.content.decision.number,
                      date: showCivilDate(each.content.decision.signed_on),
                    })}{" "}
                    {each.person
                      ? t("authority:overview.approver", { name: `${each.person.name} (${each.person.staffCode})` })
                      : t("authority:overview.noApprover")}
                    {each.state !== "ended" && (
                      <span className="row">
                        <Anchor className="tap" href={`/authority/signatories/${each.publicId}/replace`}>
                          {t("authority:signatory.replace.link")}
                          <span className="sr"> {each.content.name}</span>
                        </Anchor>
                        <Anchor className="tap" href={`/authority/signatories/${each.publicId}/end`}>
                          {t("authority:signatory.end.link")}
                          <span className="sr"> {each.content.name}</span>
                        </Anchor>
                      </span>
                    )}
                  </>
                }
                end={state(each.state)}
              />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t("authority:overview.decisions")} meta={t("authority:overview.decisionsMeta")}>
        {page.byList.length > 0 && (
          <p className="section-s">
            {t("authority:overview.byList", { programmes: page.byList.map(({ title }) => title).join("; ") })}
          </p>
        )}
        {page.decisions.length > 0 && (
          <Table
            caption={t("authority:overview.decisions")}
            columns={[
              { key: "programme", label: t("authority:field.programme") },
              { key: "number", label: t("authority:column.decision") },
              { key: "signatory", label: t("authority:field.signatory") },
              { key: "dates", label: t("authority:column.dates") },
              { key: "state", label: t("authority:column.standing") },
            ]}
            rows={page.decisions.map((each) => ({
              key: String(each.id),
              cells: [
                each.programme,
                t("authority:decisionOf", { number: each.number, date: showCivilDate(each.signedOn) }),
                each.signatory,
                span(each),
                <span key="state" className="row">
                  {state(each.state)}
                  {page.all && each.state !== "ended" && (
                    <Anchor href={`/authority/decisions/${each.id}/end`}>
                      {t("authority:decision.end.link")}
                      <span className="sr"> {each.number}</span>
                    </Anchor>
                  )}
                </span>,
              ],
            }))}
          />
        )}
        {page.all && (
          <p className="section-s">
            <LinkButton href="/authority/decisions/new" variant="secondary">
              {t("authority:decision.new.title")}
            </LinkButton>
          </p>
        )}
      </Section>
      <Section title={t("authority:overview.wordings")} meta={t("authority:overview.wordingsMeta")}>
        {page.wordings.length === 0 ? (
          <p className="meta section-s">{t("authority:overview.firstWords")}</p>
        ) : (
          <Rows>
            {page.wordings.map((each) => (
              <Row
                key={`${each.kind} ${each.programme} ${each.from}`}
                title={each.heading}
                meta={[
                  t(`authority:wording.kind.${each.kind}`),
                  each.kind === "report" ? null : (each.programme ?? t("authority:wording.all")),
                  span(each),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              />
            ))}
          </Rows>
        )}
        {page.all && (
          <p className="row section-s">
            <LinkButton href="/authority/wording?kind=certificate" variant="secondary">
              {t("authority:wording.new.certificate")}
            </LinkButton>
            <LinkButton href="/authority/wording?kind=register" variant="secondary">
              {t("authority:wording.new.register")}
            </LinkButton>
            <LinkButton href="/authority/wording?kind=report" variant="secondary">
              {t("authority:wording.new.report")}
            </LinkButton>
          </p>
        )}
      </Section>
    </main>
  );
}
