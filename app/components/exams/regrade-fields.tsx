import { useTranslation } from "react-i18next";
import type { RegradeKind } from "~/domain/assessment/regrade";
import { showCivilDate } from "~/domain/time/civil-date";
import { Choice, Choices } from "../choice";
import { FieldFrame } from "../field";

export interface RegradeFieldsProps {
  kinds: readonly RegradeKind[];
  options: readonly { key: string; text: string; right: boolean }[];
  /** gaps of a fill-in; one without a name where the question takes one text */
  texts: readonly string[];
  versions: readonly { id: number; since: string; present: boolean }[];
  typed: {
    kind: string | null;
    options: readonly string[];
    versions: readonly number[] | null;
    texts: Readonly<Record<string, string>>;
  };
  errorOf: (field: string) => string[] | undefined;
}

/** What shall count: chosen with what the choice needs beside it. */
export function RegradeFields({ kinds, options, texts, versions, typed, errorOf }: RegradeFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choices legend={t("statistics:regrade.kindLegend")} id="kind" errors={errorOf("kind") ?? errorOf("key")}>
        {kinds.map((kind) => (
          <Choice
            key={kind}
            name="kind"
            value={kind}
            defaultChecked={typed.kind === kind}
            note={t(`statistics:regrade.kindNote.${kind}`)}
          >
            {t(`statistics:regrade.kind.${kind}`)}
          </Choice>
        ))}
      </Choices>
      {kinds.includes("also-options") && (
        <Choices legend={t("statistics:regrade.options")} id="options" errors={errorOf("options")}>
          {options.map(({ key, text, right }) => (
            <Choice
              key={key}
              type="checkbox"
              name="option"
              value={key}
              defaultChecked={typed.options.includes(key)}
              note={right ? t("statistics:regrade.rightNow") : undefined}
            >
              {text}
            </Choice>
          ))}
        </Choices>
      )}
      {kinds.includes("also-texts") &&
        texts.map((gap, index) => (
          <FieldFrame
            key={gap}
            id={index === 0 ? "texts" : `texts-${gap}`}
            label={
              texts.length > 1 ? t("statistics:regrade.textsOf", { number: index + 1 }) : t("statistics:regrade.texts")
            }
            hint={t("statistics:regrade.textsHint")}
            errors={index === 0 ? errorOf("texts") : undefined}
          >
            {(aria) => (
              <textarea
                {...aria}
                className="input"
                name={gap === "" ? "text" : `text.${gap}`}
                rows={3}
                maxLength={2000}
                defaultValue={typed.texts[gap] ?? ""}
              />
            )}
          </FieldFrame>
        ))}
      <Choices
        legend={t("statistics:regrade.versions")}
        hint={t("statistics:regrade.versionsHint")}
        id="versions"
        errors={errorOf("versions")}
      >
        {versions.map(({ id, since, present }) => (
          <Choice
            key={id}
            type="checkbox"
            name="version"
            value={id}
            defaultChecked={typed.versions === null || typed.versions.includes(id)}
            note={present ? t("statistics:regrade.presentVersion") : undefined}
          >
            {t("statistics:regrade.versionSince", { date: showCivilDate(since) })}
          </Choice>
        ))}
      </Choices>
    </>
  );
}
