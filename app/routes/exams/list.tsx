import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { SittingRows } from "~/components/sittings/sitting-rows";
import { now } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { examList, lateAttempts } from "~/models/assessment/exam-lists.server";
import { sittingList } from "~/models/sittings/sitting-list.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const manages = hasPower(viewer, "manage-exams");
  if (!manages && !hasPower(viewer, "see-attempts")) throw notFound();
  const language = languageOf(request, viewer);
  return {
    title: await pageTitle(request, context, "exams:list.title"),
    exams: await examList(viewer, now(), language),
    sittings: manages ? await sittingList(viewer, "coming", now(), language) : [],
    late: manages ? await lateAttempts(viewer, now(), language) : [],
    manages,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Exams() {
  const { exams, sittings, late, manages } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const running = exams.reduce((sum, exam) => sum + exam.running, 0);
  return (
    <main id="main" className="wrap flow-l">
      <PageTitle
        title={t("exams:list.title")}
        lead={running > 0 ? t("exams:list.running", { count: running }) : t("exams:list.noneRunning")}
        actions={
          manages && (
            <div className="row actions">
              <LinkButton href="/exams/sittings/new">{t("exams:sitting.new.title")}</LinkButton>
              <LinkButton href="/exams/extra-time" variant="secondary">
                {t("exams:extraTime.listTitle")}
              </LinkButton>
            </div>
          )
        }
      />
      {late.length > 0 && (
        <Section title={t("exams:list.waiting")} meta={t("exams:list.waitingText")}>
          <Rows>
            {late.map((attempt) => (
              <Row
                key={attempt.id}
                title={t("exams:list.late", { name: attempt.name, count: attempt.count })}
                href={`/exams/attempts/${attempt.id}/late`}
                meta={attempt.course}
              />
            ))}
          </Rows>
        </Section>
      )}
      {manages && (
        <Section
          title={t("exams:list.sittings")}
          meta={<Anchor href="/exams/sittings">{t("exams:list.allSittings")}</Anchor>}
        >
          {sittings.length === 0 && (
            <div className="section-s">
              <EmptyState title={t("exams:sitting.list.noneComing")}>
                <p>{t("exams:sitting.list.noneText")}</p>
              </EmptyState>
            </div>
          )}
          <SittingRows sittings={sittings} />
        </Section>
      )}
      <Section title={t("exams:list.exams")}>
        <Rows>
          {exams.map((exam) => (
            <Row
              key={exam.slug}
              heading={3}
              title={exam.exam}
              href={`/exams/${exam.slug}`}
              meta={exam.title}
              cells={[exam.running > 0 ? t("exams:list.runningHere", { count: exam.running }) : ""]}
            />
          ))}
        </Rows>
      </Section>
    </main>
  );
}
