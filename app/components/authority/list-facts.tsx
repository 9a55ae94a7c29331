import { useTranslation } from "react-i18next";
import { Facts } from "../facts";

/** What a list is about, before an act on it. */
export function ListFacts({ list }: { list: { programme: string; unit: string; entries: readonly unknown[] } }) {
  const { t } = useTranslation();
  return (
    <Facts
      items={[
        { term: t("authority:field.programme"), value: list.programme },
        { term: t("authority:field.unit"), value: list.unit },
        { term: t("authority:list.peopleTerm"), value: list.entries.length },
      ]}
    />
  );
}
