import { useTranslation } from "react-i18next";
import type { RequestContent as Content } from "~/domain/requests/request-kind";
import { showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { Facts } from "./facts";
import { Section } from "./section";

export interface RequestContentProps {
  view: {
    request: string;
    content: Content;
    subject: { title: string; score: { got: number; max: number } | null };
    text: string;
    /** what came of an approved appeal */
    appeal:
      | { state: "waiting" }
      | { state: "told"; before: { got: number; max: number }; after: { got: number; max: number }; passed: boolean }
      | null;
    files: readonly { id: string; name: string; bytes: number }[];
  };
}

/** What is asked for, why, and the proof that came with it. */
export function RequestContent({ view }: RequestContentProps) {
  const { t } = useTranslation();
  return (
    <Section title={t("requests:page.asked")}>
      <Facts items={useAsked(view)} />
      <p className="pre-line section-s">{view.text}</p>
      <Appeal of={view.appeal} />
      {view.files.length > 0 && (
        <ul className="plain section-s">
          {view.files.map((file) => (
            <li key={file.id}>
              <Anchor className="tap" href={`/requests/${view.request}/files/${file.id}`} reload>
                {t("requests:page.file", { name: file.name, kb: Math.max(1, Math.round(file.bytes / 1024)) })}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Appeal({ of }: { of: RequestContentProps["view"]["appeal"] }) {
  const { t } = useTranslation();
  if (of === null) return null;
  if (of.state === "waiting") return <p className="meta section-s">{t("requests:appeal.waiting")}</p>;
  return (
    <Facts
      items={[
        { term: t("requests:appeal.before"), value: t("requests:page.scoreOf", rounded(of.before)) },
        { term: t("requests:appeal.after"), value: t("requests:page.scoreOf", rounded(of.after)) },
        {
          term: t("requests:appeal.result"),
          value: t(of.passed ? "requests:appeal.passed" : "requests:appeal.failed"),
        },
      ]}
    />
  );
}

function rounded({ got, max }: { got: number; max: number }) {
  return { got: Math.round(got * 100) / 100, max: Math.round(max * 100) / 100 };
}

function useAsked({ content, subject }: RequestContentProps["view"]): { term: string; value: string }[] {
  const { t } = useTranslation();
  switch (content.kind) {
    case "correct-record":
      return [
        { term: t("requests:field.field"), value: t(`requests:record.${content.field}`) },
        { term: t("requests:field.value"), value: content.value },
      ];
    case "extend":
      return [
        { term: t("requests:field.programme"), value: subject.title },
        { term: t("requests:field.newDay"), value: showCivilDate(content.until) },
      ];
    case "exempt":
      return [
        { term: t("requests:field.programme"), value: subject.title },
        {
          term: t("requests:field.exemptUntil"),
          value: content.until === null ? t("requests:page.forGood") : showCivilDate(content.until),
        },
      ];
    case "contest-level":
      return [
        { term: t("requests:field.competency"), value: subject.title },
        { term: t("requests:field.level"), value: String(content.level) },
      ];
    case "appeal-mark":
      return [
        { term: t("requests:field.attempt"), value: subject.title },
        ...(subject.score
          ? [{ term: t("requests:page.score"), value: t("requests:page.scoreOf", rounded(subject.score)) }]
          : []),
      ];
    case "more-attempt":
      return [{ term: t("requests:field.course"), value: subject.title }];
    case "ask-trainer":
      return content.course === null ? [] : [{ term: t("requests:field.course"), value: subject.title }];
  }
}
