import { useTranslation } from "react-i18next";
import type { QuestionPreview } from "~/domain/bank/preview";
import { QuestionFields } from "../questions/question-fields";
import { QuestionReview } from "../questions/question-review";

/** A question in both languages as a learner sees it, then what is right and why. Nothing that is typed is kept. */
export function QuestionPreviews({ previews }: { previews: readonly QuestionPreview[] }) {
  const { t } = useTranslation();
  return (
    <div className="grid-2 section-s">
      {previews.map(({ language, stem, item, right, explanation }) => (
        <div key={language} className="flow">
          <h3 className="h4">{t(`bank:language.${language}`)}</h3>
          <div className="flow" lang={language}>
            {item ? <QuestionFields item={item} /> : <p className="question">{stem}</p>}
            <QuestionReview own={null} verdict={null} right={right} explanation={explanation} />
          </div>
        </div>
      ))}
    </div>
  );
}
