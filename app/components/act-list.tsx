import { useTranslation } from "react-i18next";
import { showCivilDate } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { Row, Rows } from "./rows";

export interface ActListItem {
  id: number;
  title: string;
  on: string;
  by: string | null;
  onBehalfOf: string | null;
  document: string | null;
  note: string | null;
  undone: boolean;
}

/** Acts on record: what, by whom, under which document. `hrefOf` leads to the act, where it can be taken back. */
export function ActList({ acts, hrefOf }: { acts: readonly ActListItem[]; hrefOf?: (id: number) => string }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {acts.map((act) => (
        <Row
          key={act.id}
          title={act.title}
          href={hrefOf?.(act.id)}
          meta={[
            act.by === null ? showCivilDate(act.on) : t("rules:act.by", { date: showCivilDate(act.on), name: act.by }),
            act.onBehalfOf && t("rules:act.behalf", { name: act.onBehalfOf }),
            act.document,
            act.note,
          ]
            .filter(Boolean)
            .join(" · ")}
          end={act.undone && <Badge>{t("rules:act.undone")}</Badge>}
        />
      ))}
    </Rows>
  );
}
