import { useTranslation } from "react-i18next";
import type { CounterState } from "~/domain/reporting/counter-posts";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { CivilDate } from "../civil-date";
import { Row, Rows } from "../rows";

export interface PostRowData {
  unit: string;
  position: string;
  deputy: boolean;
  state: CounterState;
  holder: { person: string; name: string } | null;
  missing: readonly string[];
  since: Civil | null;
  days: number;
}

/** Posts with who holds them and what is missing; of a vacant one, since when. */
export function PostRows({ lines, hrefOf }: { lines: readonly PostRowData[]; hrefOf: (person: string) => string }) {
  const { t } = useTranslation();
  if (lines.length === 0) return <p className="section-s">{t("reports:posts.none")}</p>;
  const named = ({ position, deputy }: PostRowData) => (deputy ? t("hr:vacancies.deputy", { position }) : position);
  return (
    <Rows>
      {lines.map((line, index) => (
        <Row
          // two posts of one position in one unit can be vacant since the same day
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is a whole of one date
          key={`${line.unit} ${line.position} ${index}`}
          title={line.holder ? line.holder.name : named(line)}
          href={line.holder ? hrefOf(line.holder.person) : undefined}
          meta={line.holder ? `${named(line)}, ${line.unit}` : line.unit}
          cells={[
            line.since ? (
              <span key="since">
                {t("hr:vacancies.since")} <CivilDate date={line.since} />
              </span>
            ) : (
              line.missing.join("; ")
            ),
            line.holder === null ? (
              <Badge key="state" tone="bad">
                {t("hr:vacancies.days", { count: line.days })}
              </Badge>
            ) : line.state === "missing" ? (
              <Badge key="state" tone="warn" icon="dash">
                {t("reports:posts.missing")}
              </Badge>
            ) : (
              <Badge key="state" tone="ok">
                {t("reports:posts.covered")}
              </Badge>
            ),
          ]}
        />
      ))}
    </Rows>
  );
}
