import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { LinkButton } from "../button";
import { Note } from "../note";
import { PageTitle } from "../page-title";
import { Result } from "../result";
import { Row, Rows } from "../rows";
import { Section } from "../section";

type Verdict = "right" | "partly" | "wrong";

interface LessonLink {
  key: string;
  title: string;
}

export interface PracticeEndProps {
  publicId: string;
  kind: "practice" | "weak" | "pre-test";
  courseSlug: string;
  total: number;
  right: number;
  summary: readonly { number: number; stem: string; verdict: Verdict; lesson: LessonLink | null }[];
  /** lessons that a pre-test has shown to be known */
  known: readonly LessonLink[];
}

const signs = {
  right: { tone: "ok", icon: "check" },
  partly: { tone: "warn", icon: "dash" },
  wrong: { tone: "bad", icon: "cross" },
} as const;

/** What a run of practice came to: how many were right, what is known already, what to read again. */
export function PracticeEnd({ publicId, kind, courseSlug, total, right, summary, known }: PracticeEndProps) {
  const { t } = useTranslation("practice");
  return (
    <div className="flow-l">
      <div>
        <PageTitle title={t(kind === "pre-test" ? "end.titlePreTest" : "end.title")} />
        <Result figure={`${right}/${total}`} words={t("end.right", { count: right })} />
      </div>
      {kind === "pre-test" && (
        <Note
          tone={known.length > 0 ? "ok" : "info"}
          title={known.length > 0 ? t("end.known", { count: known.length }) : t("end.noneKnown")}
        >
          {known.length > 0 ? (
            <ul>
              {known.map((lesson) => (
                <li key={lesson.key}>
                  <Anchor className="tap" href={`/courses/${courseSlug}/lessons/${lesson.key}`}>
                    {lesson.title}
                  </Anchor>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("end.noneKnownText")}</p>
          )}
        </Note>
      )}
      <Section title={t("end.questions")}>
        <Rows>
          {summary.map((line) => (
            <Row
              key={line.number}
              title={line.stem}
              href={`/practice/runs/${publicId}?item=${line.number}`}
              meta={
                line.lesson && (
                  <Anchor className="tap" href={`/courses/${courseSlug}/lessons/${line.lesson.key}`}>
                    {t("run.readAgain", { lesson: line.lesson.title })}
                  </Anchor>
                )
              }
              end={<Badge {...signs[line.verdict]}>{t(`verdict.${line.verdict}`)}</Badge>}
            />
          ))}
        </Rows>
      </Section>
      <p className="row">
        <LinkButton href={`/practice/courses/${courseSlug}`} stretch>
          {t("end.again")}
        </LinkButton>
        <LinkButton href={`/courses/${courseSlug}`} variant="secondary" stretch>
          {t("course.toCourse")}
        </LinkButton>
      </p>
    </div>
  );
}
