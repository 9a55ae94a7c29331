import { useTranslation } from "react-i18next";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";

/** What was asked for and is asked no longer, each with its reason. */
export function EndedDuties({ ended }: { ended: readonly { course: string; on: CivilDate; post: string | null }[] }) {
  const { t } = useTranslation();
  return ended.map(({ course, on, post }) => (
    <p className="meta section-xs" key={`${course} ${on}`}>
      {post === null
        ? t("learning:ended.rule", { course, date: showCivilDate(on) })
        : t("learning:ended.post", { course, post, date: showCivilDate(on) })}
    </p>
  ));
}
