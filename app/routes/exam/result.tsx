import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { NextAttemptLine } from "~/components/exam/next-attempt";
import { Remedies } from "~/components/exam/remedies";
import { ReviewedItem } from "~/components/exam/reviewed-item";
import { Facts } from "~/components/facts";
import { useFigures } from "~/components/figures";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { questionLinks } from "~/components/questions/links";
import { Result } from "~/components/result";
import { ScoreBar } from "~/components/score-bar";
import { Section } from "~/components/section";
import { Steps } from "~/components/steps";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { resultPage } from "~/models/assessment/result-page.server";

export const links = questionLinks;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await resultPage(viewer, params.id ?? "", languageOf(request, viewer), now());
  if (!page) throw notFound();
  if (page.phase === "open") throw redirect(`/attempts/${page.publicId}`);
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

export default function ExamResult() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { marks } = useFigures();
  const { mark, pending, courseSlug, items, publicId } = page;
  const outcome = page.void ? "void" : pending ? "pending" : !mark ? "hidden" : mark.passed ? "passed" : "failed";
  const wrong = items.filter(({ verdict }) => verdict === "wrong" || verdict === "partly" || verdict === "pending");
  const right = items.filter((item) => !wrong.includes(item));
  const figure = mark && `${marks(mark.score)}/${marks(mark.max)}`;
  const passed = outcome === "passed";
  return (
    <main id="main" className="wrap">
      <div className="aside-split">
        <div className="flow-l">
          <div>
            <Crumbs
              items={[
                { label: t("common:nav.courses"), href: "/courses" },
                { label: page.course, href: `/courses/${courseSlug}` },
                { label: t("exam:result.crumb") },
              ]}
            />
            <PageTitle
              title={t(`exam:result.${outcome}`)}
              meta={t("exam:result.meta", {
                title: page.title,
                number: page.number,
                time: showTime(page.endedAt),
                date: showCivilDate(civilDateOf(page.endedAt)),
                how: t(`exam:result.by.${page.endedBy}`),
              })}
            />
            {mark && (
              <>
                <Result
                  figure={figure}
                  words={t(pending ? "exam:result.soFar" : "exam:result.words", { percent: mark.percent })}
                  badge={<Standing outcome={outcome} />}
                />
                {!pending && <ScoreBar score={mark.score} max={mark.max} passPercent={page.passPercent} />}
              </>
            )}
            {page.void && (
              <Note tone="warn" title={t("exam:result.voidTitle")} icon="info">
                <p>{t("exam:result.voidText", { reason: page.void.reason })}</p>
              </Note>
            )}
            {pending && !page.void && (
              <Note tone="info" title={t("exam:result.pendingTitle")} icon="clock">
                <p>{t("exam:result.pendingText")}</p>
              </Note>
            )}
            {!mark && <p className="section-s">{t("exam:result.scoreLater")}</p>}
            {page.late > 0 && (
              <Note tone="warn" title={t("exam:result.lateTitle", { count: page.late })} icon="info">
                <p>{t("exam:result.lateText")}</p>
              </Note>
            )}
            {mark && !passed && !pending && <NextAttemptLine next={mark.next} />}
          </div>
          {mark && outcome === "failed" && mark.remedies.length > 0 && (
            <Section title={t("exam:remedy.title")}>
              <Remedies slug={courseSlug} remedies={mark.remedies} />
            </Section>
          )}
          {wrong.length > 0 && (
            <Section title={t("exam:result.wrong", { count: wrong.length })}>
              {wrong.map((item, index) => (
                <ReviewedItem key={item.number} item={item} slug={courseSlug} open={index === 0} />
              ))}
            </Section>
          )}
          {right.length > 0 && (
            <Section
              title={t(right.every(({ verdict }) => verdict === "right") ? "exam:result.right" : "exam:result.items", {
                count: right.length,
              })}
            >
              {right.map((item) => (
                <ReviewedItem key={item.number} item={item} slug={courseSlug} />
              ))}
            </Section>
          )}
          {!page.keyShown && <p className="meta">{t("exam:result.keyLater")}</p>}
        </div>
        <div className="flow-l">
          <Section title={t("exam:result.toward")} small>
            <Steps
              items={[
                { key: "lessons", state: "done", title: t("exam:result.lessonsDone") },
                {
                  key: "exam",
                  state: passed ? "done" : outcome === "failed" ? "problem" : "waiting",
                  title: t("exam:result.examPassed"),
                  meta: figure ?? undefined,
                },
                ...page.earned.map((earned) => ({
                  key: earned.programme,
                  state: earned.certificate ? ("done" as const) : passed ? ("waiting" as const) : ("todo" as const),
                  title: earned.programme,
                  meta: earned.certificate
                    ? t("exam:result.issued", { serial: earned.certificate.serial })
                    : passed
                      ? t("exam:result.waiting")
                      : undefined,
                })),
              ]}
            />
            <div className="flow-s section-s">
              {page.earned.map(
                (earned) =>
                  earned.certificate && (
                    <LinkButton key={earned.programme} href={`/certificates/${earned.certificate.publicId}`} block>
                      {t("exam:result.see")}
                    </LinkButton>
                  ),
              )}
              <LinkButton href="/" variant="secondary" block>
                {t("exam:result.home")}
              </LinkButton>
              <p>
                <Anchor className="tap" href={`/requests/new?kind=appeal-mark&about=${publicId}`}>
                  {t("requests:kind.appeal-mark")}
                </Anchor>
              </p>
              {mark && !mark.next.may && mark.next.reason.code === "none-left" && (
                <p>
                  <Anchor className="tap" href={`/requests/new?kind=more-attempt&about=${courseSlug}`}>
                    {t("exam:remedy.askMore")}
                  </Anchor>
                </p>
              )}
            </div>
          </Section>
          {mark && (
            <Section title={t("exam:result.byCompetency")} small>
              <Facts
                numeric
                items={mark.tallies.map(({ competency, score, max }) => ({
                  term: competency,
                  value: `${marks(score)}/${marks(max)}`,
                }))}
              />
            </Section>
          )}
        </div>
      </div>
    </main>
  );
}

function Standing({ outcome }: { outcome: "void" | "pending" | "hidden" | "passed" | "failed" }) {
  const { t } = useTranslation();
  if (outcome === "hidden") return null;
  const tone = outcome === "passed" ? "ok" : outcome === "failed" ? "warn" : "info";
  return <Badge tone={tone}>{t(`exam:standing.${outcome}`)}</Badge>;
}
