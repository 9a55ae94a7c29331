import { useTranslation } from "react-i18next";
import type { RequestKind } from "~/domain/requests/request-kind";
import type { RequestState } from "~/domain/requests/request-state";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { RequestBadge } from "./request-badge";
import { Row, Rows } from "./rows";

export interface RequestRowFace {
  request: string;
  kind: RequestKind;
  subject: string;
  person: string;
  place: string;
  raisedAt: string;
  due: string;
  state: RequestState;
  late: boolean;
  owner: string | null;
}

/** Requests as rows: what is asked, by whom, by when it is decided, how it stands. */
export function RequestRows({ lines, withPerson = false }: { lines: readonly RequestRowFace[]; withPerson?: boolean }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.request}
          title={[t(`requests:kind.${line.kind}`), line.subject].filter(Boolean).join(": ")}
          href={`/requests/${line.request}`}
          meta={
            <>
              {withPerson && `${[line.person, line.place].filter(Boolean).join(", ")} · `}
              {t("requests:row.raised", { date: showCivilDate(civilDateOf(line.raisedAt)) })}
              {line.owner && ` · ${t("requests:row.owner", { name: line.owner })}`}
            </>
          }
          cells={[t("requests:row.due", { date: showCivilDate(line.due) })]}
          end={<RequestBadge state={line.state} late={line.late} />}
        />
      ))}
    </Rows>
  );
}
