import { useTranslation } from "react-i18next";
import { fieldName } from "~/domain/assessment/form-answer";
import type { ShownFillIn } from "~/domain/assessment/shown-item";
import { hintId, QuestionFrame } from "./question-frame";

/** A text with gaps to type into. */
export function FillInFields({
  item,
  typed,
  errors,
}: {
  item: ShownFillIn;
  typed: Readonly<Record<string, string>>;
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  const gaps = item.pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.gap]));
  return (
    <QuestionFrame item={item} hint={t("hint.fill-in", { count: gaps.length })} errors={errors}>
      <p className="gap-text">
        {item.pieces.map((piece) =>
          typeof piece === "string" ? (
            piece
          ) : (
            <input
              key={piece.gap}
              name={fieldName(item.number, piece.gap)}
              className="input gap"
              aria-label={t("gap", { number: gaps.indexOf(piece.gap) + 1, of: gaps.length })}
              aria-describedby={hintId(item.number)}
              defaultValue={typed[piece.gap] ?? ""}
              maxLength={400}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          ),
        )}
      </p>
    </QuestionFrame>
  );
}
