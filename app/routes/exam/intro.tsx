import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { ExamFacts } from "~/components/exam/exam-facts";
import { StartExam } from "~/components/exam/start-exam";
import { useFigures } from "~/components/figures";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { sourceOf } from "~/http/attempt-source.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { attemptsOf, type EndedAttempt } from "~/models/assessment/attempts-of.server";
import { remediesAfterLast } from "~/models/assessment/remedies.server";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { courseOf } from "~/models/enrolment/learning.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const slug = params.slug ?? "";
  const language = languageOf(request, viewer);
  if (!viewer.serving) throw notFound();
  const attempts = await attemptsOf(viewer, slug, now());
  if (!attempts) {
    // whoever has begun no lesson learns first
    throw (await courseOf(viewer, slug, now())) ? redirect(`/courses/${slug}`) : notFound();
  }
  const { exam, sitting, ended, lessonsLeft, open, next, window, extraPercent, sittingOnly } = attempts;
  return {
    slug,
    course: attempts.courseTitle[language],
    title: exam.title[language],
    items: exam.items,
    facts: { ...exam, title: null, attemptsLeft: next.may ? next.attemptsLeft : null, window, extraPercent },
    lessonsLeft,
    open,
    next,
    sittingOnly,
    sitting: sitting && {
      title: sitting.title,
      place: sitting.place,
      opensAt: sitting.opensAt,
      closesAt: sitting.closesAt,
      startable: sitting.startable,
      roomCodeNeeded: sitting.roomCodeNeeded,
    },
    remedies: await remediesAfterLast(viewer, attempts, language, now()),
    ended: ended.map((attempt) => ({
      publicId: attempt.publicId,
      number: attempt.number,
      endedAt: attempt.endedAt,
      mark: attempt.scoreShown ? { score: attempt.score, max: attempt.maxScore, percent: attempt.percent } : null,
      standing: standingOf(attempt),
    })),
  };
}

function standingOf(attempt: EndedAttempt): "void" | "pending" | "passed" | "failed" | null {
  if (attempt.void) return "void";
  if (attempt.pending) return "pending";
  if (!attempt.scoreShown) return null;
  return attempt.passed ? "passed" : "failed";
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const slug = params.slug ?? "";
  const roomCode = String((await request.formData()).get("roomCode") ?? "").slice(0, 100);
  const source = await sourceOf(request, context);
  const started = await startAttempt(viewer, slug, now(), { source, roomCode });
  if (!started) throw notFound();
  if (started.ok) return redirect(`/attempts/${started.publicId}`);
  const { refusal } = started;
  const code = refusal.code === "room-code" ? (refusal.wrong ? "wrong" : "missing") : refusal.code;
  if (code === "wrong" || code === "missing" || code === "too-many-tries")
    return data({ problem: code }, { status: 400 });
  // whatever else stands in the way is said on the page before the exam
  return redirect(`/courses/${slug}/exam`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Cầu Nối` }];

const TONES = { passed: "ok", failed: "warn", pending: "info", void: undefined } as const;

export default function ExamIntro() {
  const { slug, course, title, items, facts, ended, ...way } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { marks } = useFigures();
  const problem = answer && t(`exam:sitting.problem.${answer.problem}`);
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("common:nav.courses"), href: "/courses" },
            { label: course, href: `/courses/${slug}` },
            { label: t("learning:course.exam") },
          ]}
        />
        <PageTitle title={title} lead={t("exam:intro.lead", { count: items, minutes: facts.minutes })} />
        {problem && <ErrorSummary errors={[{ fieldId: "roomCode", message: problem }]} />}
        <ExamFacts {...facts} sitting={way.sitting} />
      </div>
      <Note title={t("exam:intro.rulesTitle")} icon="clock">
        <p>{t("exam:intro.clock")}</p>
        <p>{t("exam:intro.saved")}</p>
        <p>{t("exam:intro.paper")}</p>
      </Note>
      <StartExam slug={slug} {...way} codeErrors={problem ? [problem] : undefined} />
      {ended.length > 0 && (
        <Section title={t("exam:intro.history")}>
          <Rows>
            {ended.map(({ publicId, number, endedAt, mark, standing }) => (
              <Row
                key={publicId}
                title={t("exam:intro.attempt", { number })}
                href={`/attempts/${publicId}/result`}
                meta={`${showTime(endedAt)}, ${showCivilDate(civilDateOf(endedAt))}`}
                cells={mark ? [t("exam:intro.score", { ...mark, score: marks(mark.score), max: marks(mark.max) })] : []}
                end={standing && <Badge tone={TONES[standing]}>{t(`exam:standing.${standing}`)}</Badge>}
              />
            ))}
          </Rows>
        </Section>
      )}
    </main>
  );
}
