import { useTranslation } from "react-i18next";
import { Crumbs } from "../crumbs";

/** Units, the unit, its posts, this page. */
export function StaffingCrumbs({ unit, last }: { unit: { publicId: string; name: string }; last: string }) {
  const { t } = useTranslation();
  return (
    <Crumbs
      items={[
        { label: t("people:units.title"), href: "/units" },
        { label: unit.name, href: `/units/${unit.publicId}` },
        { label: t("staffing:posts.crumb"), href: `/units/${unit.publicId}/posts` },
        { label: last },
      ]}
    />
  );
}
