import { useTranslation } from "react-i18next";
import type { ActLine, ProblemLine } from "~/domain/organisation/describe-act";
import { LinkButton } from "../button";
import { ErrorSummary } from "../error-summary";
import { Section } from "../section";
import { Toast } from "../toast";
import { ActProblems, ActSentence } from "./act-sentence";

export interface PreviewNoticesProps {
  /** address of the plan */
  href: string;
  chosen: boolean;
  stale: boolean;
  /** people that move, where one has not said that one has read it */
  unread: number | null;
}

/** What has to be said before a preview: why nothing was carried out, what was saved. */
export function PreviewNotices({ href, chosen, stale, unread }: PreviewNoticesProps) {
  const { t } = useTranslation();
  return (
    <>
      {unread !== null && (
        <ErrorSummary
          errors={[{ fieldId: "read", message: t("reorganisation:preview.mustRead", { count: unread }) }]}
        />
      )}
      {stale && (
        <ErrorSummary
          title={t("reorganisation:preview.staleTitle")}
          errors={[{ message: t("reorganisation:preview.stale") }]}
        />
      )}
      {chosen && (
        <Toast tone="ok" closeHref={`${href}/preview`}>
          {t("reorganisation:preview.chosen")}
        </Toast>
      )}
    </>
  );
}

/** Which acts stand in the way, each with what to do about it. */
export function PreviewProblems({
  href,
  problems,
}: Pick<PreviewNoticesProps, "href"> & { problems: readonly (ProblemLine & { line: ActLine })[] }) {
  const { t } = useTranslation();
  return (
    <Section
      className="section"
      title={t("reorganisation:preview.problems")}
      meta={t("reorganisation:plan.wrong", { count: new Set(problems.map(({ act }) => act)).size })}
    >
      <ul className="plain">
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one act can have the same code
          <li className="item" key={index}>
            <p className="rows-title">
              {problem.act + 1}. <ActSentence line={problem.line} />
            </p>
            <ActProblems problems={[problem]} />
          </li>
        ))}
      </ul>
      <p className="section-s">
        <LinkButton href={href}>{t("reorganisation:preview.back")}</LinkButton>
      </p>
    </Section>
  );
}
