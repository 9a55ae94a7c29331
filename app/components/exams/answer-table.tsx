import { useTranslation } from "react-i18next";
import { Badge } from "../badge";
import { useFigures } from "../figures";
import { Section } from "../section";
import { Table } from "../table";

interface Count {
  count: number;
  share: number;
  upper: number;
  lower: number;
}

export interface AnswerTableProps {
  answers: {
    known: number;
    empty: Count;
    kind: "options" | "answers";
    rare: number;
    lines: readonly (Count & { code: string; text: string; right: boolean })[];
  } | null;
}

/** What was answered, by the strong, the weak and all. */
export function AnswerTable({ answers }: AnswerTableProps) {
  const { t } = useTranslation();
  const { count, percent } = useFigures();
  if (!answers) {
    return (
      <Section title={t("statistics:answers.title")}>
        <p className="section-s">{t("statistics:answers.unknown")}</p>
      </Section>
    );
  }
  const cells = ({ count: number, share, upper, lower }: Count) => [
    count(number),
    percent(share),
    percent(upper),
    percent(lower),
  ];
  return (
    <Section title={t("statistics:answers.title")}>
      <p className="section-s">{t(`statistics:answers.${answers.kind}`)}</p>
      <Table
        caption={t("statistics:answers.title")}
        columns={[
          { key: "answer", label: t("statistics:answers.answer") },
          { key: "count", label: t("statistics:answers.count"), num: true },
          { key: "share", label: t("statistics:answers.all"), num: true },
          { key: "upper", label: t("statistics:answers.upper"), num: true },
          { key: "lower", label: t("statistics:answers.lower"), num: true },
        ]}
        rows={[
          ...answers.lines.map((line) => ({
            key: line.code,
            cells: [
              <>
                {line.text} {line.right && <Badge tone="ok">{t("statistics:answers.right")}</Badge>}
              </>,
              ...cells(line),
            ],
          })),
          { key: " empty", cells: [t("statistics:answers.empty"), ...cells(answers.empty)] },
        ]}
      />
      {answers.rare > 0 && <p className="meta">{t("statistics:answers.rare", { count: answers.rare })}</p>}
    </Section>
  );
}
