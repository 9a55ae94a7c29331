import { useTranslation } from "react-i18next";
import { type CivilDate as Civil, showCivilDate } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { Row, Rows } from "./rows";
import { Section } from "./section";

export interface TurnoverData {
  months: number;
  /** null: not counted */
  changes: number | null;
  stability: { posts: number; medianMonths: number | null; settled: number };
  alerts: readonly { unit: string; position: string; deputy: boolean; holders: number; on: readonly Civil[] }[];
  lastCertified: readonly { unit: string; programme: string; asked: number; person: string; name: string }[];
}

const SHOWN = 8;

/** How steadily places are held: a sentence of figures, the places that change hands too often, those on whom alone it depends. */
export function TurnoverSection({
  turnover,
  personHref,
  className = "section",
}: {
  turnover: TurnoverData;
  personHref: (person: string) => string;
  className?: string;
}) {
  const { t } = useTranslation();
  const { months, alerts, lastCertified } = turnover;
  return (
    <Section className={className} title={t("hr:turnover.title")} meta={t("hr:turnover.meta", { count: months })}>
      <p className="section-s">
        <StabilityWords turnover={turnover} />
      </p>
      <TurnoverAlerts alerts={alerts} months={months} />
      {lastCertified.length > 0 && (
        <>
          <h3 className="h4 section-s">{t("hr:turnover.last")}</h3>
          <Rows>
            {lastCertified.slice(0, SHOWN).map((each) => (
              <Row
                key={`${each.unit} ${each.programme}`}
                title={each.name}
                href={personHref(each.person)}
                meta={`${each.unit}. ${t("hr:turnover.lastMeta", { programme: each.programme, count: each.asked })}`}
              />
            ))}
          </Rows>
          {lastCertified.length > SHOWN && (
            <p className="section-xs">{t("hr:turnover.moreLast", { count: lastCertified.length - SHOWN })}</p>
          )}
        </>
      )}
    </Section>
  );
}

function StabilityWords({ turnover: { months, changes, stability } }: { turnover: TurnoverData }) {
  const { t } = useTranslation();
  const { medianMonths } = stability;
  return (
    <>
      {t("hr:turnover.lead", stability)}{" "}
      {medianMonths !== null && `${t("hr:turnover.median", { count: medianMonths })} `}
      {changes !== null && changes > 0 && t("hr:turnover.changes", { count: changes, months })}
      {changes === 0 && t("hr:turnover.noChange", { months })}
    </>
  );
}

/** Places that too many people have held within the months looked at, with the days on which they changed hands. */
export function TurnoverAlerts({ alerts, months }: Pick<TurnoverData, "alerts" | "months">) {
  const { t } = useTranslation();
  if (alerts.length === 0) return <p className="section-xs">{t("hr:turnover.none")}</p>;
  return (
    <>
      <Rows>
        {alerts.slice(0, SHOWN).map(({ unit, position, deputy, holders, on }) => (
          <Row
            key={`${unit} ${position} ${on.join(" ")}`}
            title={deputy ? t("hr:vacancies.deputy", { position }) : position}
            meta={`${unit}. ${t("hr:turnover.changed")} ${on.map(showCivilDate).join(", ")}.`}
            end={
              <Badge tone="bad" icon="alert">
                {t("hr:turnover.holders", { count: holders, months })}
              </Badge>
            }
          />
        ))}
      </Rows>
      {alerts.length > SHOWN && <p className="section-xs">{t("hr:turnover.more", { count: alerts.length - SHOWN })}</p>}
    </>
  );
}
