import { useTranslation } from "react-i18next";
import { Crumbs } from "../crumbs";

/** The way to a page of a sitting; without `here` the page is the sitting itself. */
export function SittingCrumbs({ sitting, here }: { sitting: { sitting: string; title: string }; here?: string }) {
  const { t } = useTranslation();
  const above = { label: t("exams:sitting.list.title"), href: "/exams/sittings" };
  if (here === undefined) return <Crumbs items={[above, { label: sitting.title }]} />;
  return (
    <Crumbs items={[above, { label: sitting.title, href: `/exams/sittings/${sitting.sitting}` }, { label: here }]} />
  );
}
