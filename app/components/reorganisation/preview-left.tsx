import { useTranslation } from "react-i18next";
import { Section } from "../section";
import { type Step, Steps } from "../steps";

export interface PreviewLeftData {
  left: readonly { name: string; state: "vacant" | "duplicate" }[];
  withoutPost: readonly { name: string; unit: string; position: string }[];
  rules: readonly { title: string; unit: string }[];
  vacantPosts: number;
  open: { people: number; manual: number; extensions: number; enrolments: number };
}

/** What the reorganisation leaves to be done, and what goes on undisturbed. */
export function PreviewLeft({ left, withoutPost, rules, vacantPosts, open }: PreviewLeftData) {
  const { t } = useTranslation();
  const todo: Step[] = [
    ...left.map(({ name, state }) => ({
      key: `focal ${name}`,
      state: "problem" as const,
      title: t(`reorganisation:left.${state}`, { unit: name }),
    })),
    ...withoutPost.map((each) => ({
      key: `person ${each.name} ${each.unit}`,
      state: "problem" as const,
      title: t("reorganisation:left.withoutPost", each),
      meta: t("reorganisation:left.withoutPostText"),
    })),
    ...rules.map((rule) => ({
      key: `rule ${rule.title} ${rule.unit}`,
      state: "waiting" as const,
      title: t("reorganisation:left.rule", rule),
      meta: t("reorganisation:left.ruleText"),
    })),
    ...(vacantPosts > 0
      ? [
          {
            key: "vacant",
            state: "waiting" as const,
            title: t("reorganisation:left.vacantPosts", { count: vacantPosts }),
          },
        ]
      : []),
  ];
  const kept = [
    t("reorganisation:kept.results"),
    t("reorganisation:kept.certificates"),
    ...(open.enrolments > 0
      ? [t("reorganisation:kept.enrolments", { count: open.enrolments, people: open.people })]
      : []),
    ...(open.manual > 0 ? [t("reorganisation:kept.manual", { count: open.manual })] : []),
    ...(open.extensions > 0 ? [t("reorganisation:kept.extensions", { count: open.extensions })] : []),
  ];
  return (
    <>
      {todo.length > 0 && (
        <Section title={t("reorganisation:left.title")} meta={t("reorganisation:left.count", { count: todo.length })}>
          <Steps items={todo} />
        </Section>
      )}
      <Section title={t("reorganisation:kept.title")}>
        <Steps items={kept.map((title) => ({ key: title, state: "done", title }))} />
      </Section>
    </>
  );
}
