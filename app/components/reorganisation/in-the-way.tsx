import { useTranslation } from "react-i18next";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { CivilDate } from "../civil-date";
import { Row, Rows } from "../rows";

export interface InTheWayData {
  changeId: number;
  reorganisation: boolean;
  title: string | null;
  at: Instant;
  by: string | null;
}

/** Later changes that have to be undone first, oldest first. */
export function InTheWay({ changes }: { changes: readonly InTheWayData[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {changes.map((change) => (
        <Row
          key={change.changeId}
          title={change.title ?? t("reorganisation:undo.untitled")}
          href={change.reorganisation ? `/reorganisations/changes/${change.changeId}` : undefined}
          cells={[
            <span key="at">
              {t("reorganisation:undo.recorded")} <CivilDate date={civilDateOf(change.at)} />
            </span>,
            change.by ?? t("reorganisation:undo.byFile"),
          ]}
        />
      ))}
    </Rows>
  );
}
