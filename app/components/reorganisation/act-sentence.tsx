import { useTranslation } from "react-i18next";
import type { ActLine, ProblemLine } from "~/domain/organisation/describe-act";
import { Icon } from "../icon";

/** What an act does, in a sentence. */
export function ActSentence({ line: { sentence, values, type } }: { line: ActLine }) {
  const { t } = useTranslation();
  const words = type ? { ...values, type: t(`reorganisation:type.${type}`) } : values;
  return t(`reorganisation:act.${sentence}`, words);
}

/** What stands in the way of an act, and what to do about it. */
export function ActProblems({ problems }: { problems: readonly ProblemLine[] }) {
  const { t } = useTranslation();
  return (
    <>
      {problems.map(({ code, values }, index) => (
        // problems of one act keep their order
        // biome-ignore lint/suspicious/noArrayIndexKey: two can have the same code
        <p className="error" key={`${code} ${index}`}>
          <Icon name="alert" />
          <span>{t(`reorganisation:problem.${code}`, values)}</span>
        </p>
      ))}
    </>
  );
}
