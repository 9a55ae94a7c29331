import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { Differences } from "~/components/bank/differences";
import { bankLinks } from "~/components/bank/links";
import { QuestionFacts } from "~/components/bank/question-facts";
import { QuestionHistory } from "~/components/bank/question-history";
import { QuestionPreviews } from "~/components/bank/question-previews";
import { LinkButton } from "~/components/button";
import { Citations } from "~/components/citations";
import { Crumbs } from "~/components/crumbs";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { requireBankReader } from "~/http/bank-at-the-door.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { keepsBanks } from "~/models/bank/bank-readers.server";
import { loadQuestion } from "~/models/bank/question-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireBankReader(request, context);
  const view = await loadQuestion(viewer, params.slug ?? "", params.key ?? "", today(), languageOf(request, viewer));
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "bank:question.title");
  return { title, view, keeps: keepsBanks(viewer), statistics: hasPower(viewer, "see-statistics") };
}

export const links = bankLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Question() {
  const { view, keeps, statistics } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const path = `/bank/${view.bank}/questions/${view.key}`;
  const here = view.previews.find(({ language }) => language === i18n.language) ?? view.previews[0];
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("bank:title"), href: "/bank" },
          { label: view.course, href: `/bank/${view.bank}` },
          { label: t("bank:question.title") },
        ]}
      />
      <PageTitle title={t("bank:question.title")} lead={here?.stem}>
        <p className="row">
          {view.status === "retired" ? (
            <Badge>{t("bank:status.retired")}</Badge>
          ) : (
            <Badge tone="ok">{t("bank:status.active")}</Badge>
          )}
          {keeps &&
            view.open.map((proposal) => (
              <Anchor key={proposal} className="tap" href={`/bank/proposals/${proposal}`}>
                {t("bank:edit.seeOpen")}
              </Anchor>
            ))}
        </p>
      </PageTitle>
      {!view.citable && (
        <Note tone="warn" icon="alert" title={t("bank:question.notCitable")}>
          <p>{t("bank:question.notCitableText")}</p>
        </Note>
      )}
      {view.filesDiffer && (
        <Note tone="info" title={t("bank:files.title")}>
          <p>{t("bank:files.text")}</p>
          <Differences differences={view.filesDiffer} names={view.names} />
          {view.may.edit && (
            <p>
              <Anchor className="tap" href={`${path}/edit?from=files`}>
                {t("bank:files.take")}
              </Anchor>
            </p>
          )}
        </Note>
      )}
      {view.may.edit && (
        <p className="row section-s">
          <LinkButton href={`${path}/edit`} icon="pen">
            {t(view.status === "retired" ? "bank:question.bringBack" : "bank:edit.title")}
          </LinkButton>
          {view.status === "active" && (
            <LinkButton href={`${path}/retire`} variant="secondary">
              {t("bank:retire.title")}
            </LinkButton>
          )}
        </p>
      )}
      <Section className="section-s" title={t("bank:question.asSeen")} meta={t("bank:form.previewMeta")}>
        <QuestionPreviews previews={view.previews} />
      </Section>
      <div className="grid-2 section">
        <Section title={t("bank:question.kind")}>
          <QuestionFacts question={view.question} purpose={view.purpose} names={view.names} papers={view.papers} />
          {statistics && view.papers > 0 && (
            <p>
              <Anchor className="tap" href={`/exams/${view.bank}/statistics/${view.key}`}>
                {t("bank:question.statistics")}
              </Anchor>
            </p>
          )}
          {view.notInFiles && <p className="meta">{t("bank:files.notThere")}</p>}
        </Section>
        <div>{view.citation && <Citations citations={[view.citation]} />}</div>
      </div>
      <QuestionHistory lines={view.history} names={view.names} editHref={view.may.edit ? `${path}/edit` : null} />
    </main>
  );
}
