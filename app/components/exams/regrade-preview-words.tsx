import { useTranslation } from "react-i18next";
import type { MoveKind, RegradeMove } from "~/domain/assessment/regrade";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { useFigures } from "../figures";
import { Note } from "../note";
import { Section } from "../section";
import { Table } from "../table";
import type { Tone } from "../tone";

export interface RegradePreviewData {
  moves: Readonly<Record<MoveKind, number>>;
  decided: number;
  underWay: number;
  certificates: number;
  outOfReach: number;
  own: boolean;
  rows: readonly (RegradeMove & { attempt: string; name: string; kind: MoveKind; certificate: boolean })[];
}

const TONES: Record<MoveKind, Tone | undefined> = {
  "gains-pass": "ok",
  "loses-pass": "bad",
  up: undefined,
  down: undefined,
};

/** Who would move, and what has to be known before it is done. */
export function RegradePreviewWords({ preview }: { preview: RegradePreviewData }) {
  const { t } = useTranslation();
  const { marks } = useFigures();
  const all = Object.values(preview.moves).reduce((sum, count) => sum + count, 0);
  const score = ({ score, max }: RegradeMove["from"]) =>
    t("statistics:regrade.score", { score: marks(score), max: marks(max) });
  return (
    <>
      {(preview.outOfReach > 0 || preview.own) && (
        <Note tone="bad" icon="alert" title={t("statistics:regrade.notYours")}>
          {preview.outOfReach > 0 && <p>{t("statistics:regrade.outOfReach", { count: preview.outOfReach })}</p>}
          {preview.own && <p>{t("statistics:regrade.refusal.own")}</p>}
        </Note>
      )}
      {(preview.certificates > 0 || preview.underWay > 0 || preview.decided > 0) && (
        <Note tone="warn" title={t("statistics:regrade.mind")}>
          {preview.certificates > 0 && <p>{t("statistics:regrade.certificates", { count: preview.certificates })}</p>}
          {preview.underWay > 0 && <p>{t("statistics:regrade.underWay", { count: preview.underWay })}</p>}
          {preview.decided > 0 && <p>{t("statistics:regrade.decided", { count: preview.decided })}</p>}
        </Note>
      )}
      {preview.rows.length > 0 && (
        <Section
          title={t("statistics:regrade.who")}
          meta={
            all > preview.rows.length
              ? t("statistics:regrade.firstRows", { count: preview.rows.length, all })
              : undefined
          }
        >
          <Table
            caption={t("statistics:regrade.who")}
            columns={[
              { key: "name", label: t("statistics:regrade.person") },
              { key: "from", label: t("statistics:regrade.before"), num: true },
              { key: "to", label: t("statistics:regrade.after"), num: true },
              { key: "kind", label: t("statistics:regrade.effect") },
            ]}
            rows={preview.rows.map((row) => ({
              key: row.attempt,
              cells: [
                <Anchor key="name" href={`/exams/attempts/${row.attempt}`}>
                  {row.name}
                </Anchor>,
                score(row.from),
                score(row.to),
                <span key="kind">
                  <Badge tone={TONES[row.kind]}>{t(`statistics:regrade.move.${row.kind}`)}</Badge>
                  {row.certificate && <span className="meta"> {t("statistics:regrade.hasCertificate")}</span>}
                </span>,
              ],
            }))}
          />
        </Section>
      )}
      <p className="meta">{t("statistics:regrade.oldStay")}</p>
    </>
  );
}
