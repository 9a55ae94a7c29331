import { useTranslation } from "react-i18next";
import type { ReasonedAct } from "~/domain/certification/issue-list";
import { errorsByField } from "../errors-by-field";
import { TextArea } from "../text-area";
import { ActPage } from "./act-page";
import { ListFacts } from "./list-facts";

/** One act on a list that asks for a reason: which list it is, what becomes of it, why. */
export function ListReasonPage({
  act,
  list,
  onceKey,
  answer,
}: {
  act: ReasonedAct;
  list: { id: string; programme: string; unit: string; entries: readonly unknown[] };
  onceKey: string;
  answer:
    | { wrong: readonly "reason"[]; refusal: "moved" | "nobody" | null; typed: Readonly<Record<string, string>> }
    | undefined;
}) {
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`authority:act.refused.${answer.refusal}`) }] : []),
  ];
  return (
    <ActPage
      crumbs={[
        { label: t("authority:list.title"), href: "/issuing" },
        { label: list.programme, href: `/issuing/${list.id}` },
      ]}
      title={t(`authority:act.${act}.title`)}
      lead={t(`authority:act.${act}.lead`, { count: list.entries.length })}
      problems={problems}
      about={<ListFacts list={list} />}
      onceKey={onceKey}
      submit={t(`authority:act.${act}.submit`)}
      danger
      back={`/issuing/${list.id}`}
    >
      <TextArea
        id="reason"
        name="reason"
        label={t("authority:field.reason")}
        errors={errorsByField(problems)("reason")}
        defaultValue={answer?.typed.reason}
        required
      />
    </ActPage>
  );
}
