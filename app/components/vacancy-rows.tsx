import { useTranslation } from "react-i18next";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { CivilDate } from "./civil-date";
import { Row, Rows } from "./rows";

export interface VacancyRowData {
  unit: string;
  position: string;
  deputy: boolean;
  since: Civil;
  days: number;
}

/** Posts that nobody holds, with how long it has been so. */
export function VacancyRows({ vacancies }: { vacancies: readonly VacancyRowData[] }) {
  const { t } = useTranslation();
  if (vacancies.length === 0) return <p className="section-s">{t("hr:vacancies.none")}</p>;
  return (
    <Rows>
      {vacancies.map((post, index) => (
        <Row
          // two posts of one position in one unit can be vacant since the same day
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is a whole of one date
          key={`${post.unit} ${post.position} ${index}`}
          title={post.deputy ? t("hr:vacancies.deputy", { position: post.position }) : post.position}
          meta={post.unit}
          cells={[
            <span key="since">
              {t("hr:vacancies.since")} <CivilDate date={post.since} />
            </span>,
          ]}
          end={<Badge tone="bad">{t("hr:vacancies.days", { count: post.days })}</Badge>}
        />
      ))}
    </Rows>
  );
}
