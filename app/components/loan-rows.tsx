import { useTranslation } from "react-i18next";
import type { GrantState } from "~/domain/permissions/grant-state";
import type { Power } from "~/domain/permissions/role";
import type { CivilDate } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { GrantDates, GrantStateBadge } from "./permission-words";
import { Row, Rows } from "./rows";

export interface LoanData {
  id: string;
  power: Power;
  unit: string;
  from: { name: string; place: string };
  to: { name: string; place: string };
  since: CivilDate;
  lastDay: CivilDate;
  document: string;
  state: GrantState;
}

/** Powers that were lent: to whom, by whom, or both. `mayEnd`: a link that ends the loan early. */
export function LoanRows({
  loans,
  sides,
  mayEnd = false,
}: {
  loans: readonly LoanData[];
  sides: "to" | "from" | "both";
  mayEnd?: boolean;
}) {
  const { t } = useTranslation();
  if (loans.length === 0) return <p className="section-s">{t("permissions:lent.none")}</p>;
  return (
    <Rows>
      {loans.map((loan) => (
        <Row
          key={`${loan.id} ${loan.since} ${loan.lastDay}`}
          title={t(`permissions:power.${loan.power}`)}
          meta={
            <>
              {t(`permissions:lent.side.${sides}`, { from: loan.from.name, to: loan.to.name })}, {loan.unit}
              <br />
              <GrantDates from={loan.since} lastDay={loan.lastDay} /> · {loan.document}
            </>
          }
          end={
            <>
              <GrantStateBadge state={loan.state} />{" "}
              {mayEnd && loan.state !== "over" && (
                <Anchor className="tap" href={`/permissions/lent/${loan.id}/end`}>
                  {t("permissions:end.link")}
                  <span className="sr"> {t(`permissions:power.${loan.power}`)}</span>
                </Anchor>
              )}
            </>
          }
        />
      ))}
    </Rows>
  );
}
