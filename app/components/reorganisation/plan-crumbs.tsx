import { useTranslation } from "react-i18next";
import { Crumbs } from "../crumbs";

/** From the units down to a page about a reorganisation. `trail`: what stands below the list, the last one is this page. */
export function PlanCrumbs({ trail }: { trail: readonly { label: string; href?: string }[] }) {
  const { t } = useTranslation();
  return (
    <Crumbs
      items={[
        { label: t("people:units.title"), href: "/units" },
        { label: t("reorganisation:list.title"), href: "/reorganisations" },
        ...trail,
      ]}
    />
  );
}
