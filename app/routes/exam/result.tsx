import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { AnswerReview } from "~/components/answer-review";
import { Badge } from "~/components/badge";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { Facts } from "~/components/facts";
import { Fold } from "~/components/fold";
import { PageTitle } from "~/components/page-title";
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

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const page = await resultPage(viewer, params.id ?? "", languageOf(request, viewer), now());
  if (!page) throw notFound();
  if (page.phase === "open") throw redirect(`/attempts/${page.publicId}`);
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

type Page = Awaited<ReturnType<typeof loader>>;

export default function ExamResult() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { passed, score, maxScore, percent, passPercent, courseSlug, next, items } = page;
  const wrong = items.filter(({ right }) => right === false);
  const right = items.filter(({ right }) => right !== false);
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
              title={t(passed ? "exam:result.passed" : "exam:result.failed")}
              meta={t("exam:result.meta", {
                title: page.title,
                number: page.number,
                time: showTime(page.endedAt),
                date: showCivilDate(civilDateOf(page.endedAt)),
                how: t(`exam:result.by.${page.endedBy}`),
              })}
            />
            <Result
              figure={`${score}/${maxScore}`}
              words={t("exam:result.words", { percent })}
              badge={
                passed ? <Badge tone="ok">{t("exam:passed")}</Badge> : <Badge tone="warn">{t("exam:failed")}</Badge>
              }
            />
            <ScoreBar score={score} max={maxScore} passPercent={passPercent} />
            {!passed && (
              <p className="section-s">
                {next.may
                  ? t("exam:result.again", { count: next.attemptsLeft })
                  : next.reason.code === "cooling-down"
                    ? t("exam:result.wait", {
                        time: showTime(next.reason.until),
                        date: showCivilDate(civilDateOf(next.reason.until)),
                        count: next.reason.attemptsLeft,
                      })
                    : next.reason.code === "none-left"
                      ? t("exam:result.noneLeft")
                      : null}
              </p>
            )}
          </div>
          {wrong.length > 0 && (
            <Section title={t("exam:result.wrong", { count: wrong.length })}>
              {wrong.map((item, index) => (
                <Reviewed key={item.number} item={item} slug={courseSlug} open={index === 0} />
              ))}
            </Section>
          )}
          {right.length > 0 && (
            <Section
              title={t(wrong.length > 0 || passed ? "exam:result.right" : "exam:result.items", { count: right.length })}
            >
              {right.map((item) => (
                <Reviewed key={item.number} item={item} slug={courseSlug} />
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
                  state: passed ? "done" : "problem",
                  title: t("exam:result.examPassed"),
                  meta: `${score}/${maxScore}`,
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
                <Anchor className="tap" href={`/requests/new?kind=appeal-mark&about=${page.publicId}`}>
                  {t("requests:kind.appeal-mark")}
                </Anchor>
              </p>
            </div>
          </Section>
          <Section title={t("exam:result.byCompetency")} small>
            <Facts
              numeric
              items={page.tallies.map((tally) => ({ term: tally.competency, value: `${tally.score}/${tally.max}` }))}
            />
          </Section>
        </div>
      </div>
    </main>
  );
}

function Reviewed({ item, slug, open }: { item: Page["items"][number]; slug: string; open?: boolean }) {
  const { t } = useTranslation();
  return (
    <Fold
      open={open}
      summary={
        <>
          <b>{t("exam:result.question", { number: item.number })}</b> {item.stem}
        </>
      }
    >
      <AnswerReview
        chosen={item.chosen}
        correct={item.right ?? true}
        right={item.rightAnswer}
        explanation={item.explanation?.text}
        source={
          item.explanation && (
            <>
              {item.explanation.source}.{" "}
              {item.explanation.lesson && (
                <a href={`/courses/${slug}/lessons/${item.explanation.lesson}`}>{t("exam:result.readAgain")}</a>
              )}
            </>
          )
        }
      />
    </Fold>
  );
}
