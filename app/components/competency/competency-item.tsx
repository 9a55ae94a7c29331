import { useTranslation } from "react-i18next";
import type { PracticeProgress, PracticeRule } from "~/domain/competency/practice-evidence";
import type { EvidenceKind, Strength } from "~/domain/competency/strength";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { Fold } from "../fold";
import { Item } from "../item";
import { Levels } from "../levels";
import { Row, Rows } from "../rows";
import { PracticeRuleText } from "./practice-rule";

export interface CompetencyItemProps {
  line: {
    key: string;
    title: string;
    description: string;
    level: number;
    need: number | null;
    neededBy: readonly { position: string; unit: string; level: number }[];
    coming: { level: number; from: CivilDate } | null;
    present: string | null;
    above: { level: number; text: string } | null;
    evidence: readonly EvidenceFace[];
    practice: { rule: PracticeRule; progress: PracticeProgress } | null;
  };
  /** the viewer's own: they can write in the log, and say that it is not right */
  own: boolean;
}

export interface EvidenceFace {
  kind: EvidenceKind;
  what: string;
  level: number;
  strength: Strength;
  from: CivilDate;
  lastDay: CivilDate | null;
  ended: boolean;
  href: string | null;
}

/** One competency of a person: what is required by which post, what is proven and by what, what the levels mean, how it rises. */
export function CompetencyItem({ line, own }: CompetencyItemProps) {
  const { t } = useTranslation();
  const { level, need, neededBy, coming, present, above, evidence, practice } = line;
  return (
    <Item title={line.title}>
      <p className="meta">{line.description}</p>
      <Levels level={level} need={need}>
        {need === null && level === 0 ? undefined : need === null ? (
          <Badge>{t("people:competencies.extra")}</Badge>
        ) : level >= need ? (
          <Badge tone="ok">{t("people:competencies.met")}</Badge>
        ) : (
          <Badge tone="warn" icon="dash">
            {t("people:competencies.missing", { count: need - level })}
          </Badge>
        )}
      </Levels>
      {neededBy.map((post) => (
        <p key={`${post.position} ${post.unit}`}>{t("competency:page.neededBy", post)}</p>
      ))}
      {coming && (
        <p>
          {t(coming.level > 0 ? "competency:page.comingLevel" : "competency:page.comingNone", {
            level: coming.level,
            date: showCivilDate(coming.from),
          })}
        </p>
      )}
      {present && (
        <p>
          <b>{t("competency:page.present", { level })}</b> {present}
        </p>
      )}
      {above && (
        <p className="meta">
          <b>{t("competency:page.above", { level: above.level })}</b> {above.text}
        </p>
      )}
      {evidence.length === 0 ? (
        <p className="meta">{t("competency:page.noEvidence")}</p>
      ) : (
        <Fold summary={t("competency:page.evidence", { count: evidence.length })}>
          <EvidenceRows evidence={evidence} />
        </Fold>
      )}
      {practice && (
        <p className="meta">
          <PracticeRuleText rule={practice.rule} />{" "}
          {t("competency:page.progress", { entries: practice.progress.entries, led: practice.progress.led })}
        </p>
      )}
      {own && (
        <p className="row">
          {practice && (
            <Anchor className="tap" href={`/log/new?competency=${line.key}`}>
              {t("competency:page.write")}
              <span className="sr">: {line.title}</span>
            </Anchor>
          )}
          <Anchor className="tap" href={`/requests/new?kind=contest-level&about=${line.key}`}>
            {t("competency:page.contest")}
            <span className="sr">: {line.title}</span>
          </Anchor>
        </p>
      )}
    </Item>
  );
}

function EvidenceRows({ evidence }: { evidence: readonly EvidenceFace[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {evidence.map((fact, index) => (
        <Row
          // of one fact one proof a level, and nothing is put in between while the page is read
          // biome-ignore lint/suspicious/noArrayIndexKey: two proofs can look alike
          key={index}
          title={[t(`competency:kind.${fact.kind}`), fact.what].filter(Boolean).join(": ")}
          href={fact.href ?? undefined}
          meta={
            <>
              {t("competency:page.proves", { level: fact.level })} · {t(`competency:strength.${fact.strength}`)} ·{" "}
              {t("competency:page.from", { date: showCivilDate(fact.from) })}
              {fact.lastDay
                ? `, ${t(fact.ended ? "competency:page.ended" : "competency:page.until", { date: showCivilDate(fact.lastDay) })}`
                : `, ${t("competency:page.forGood")}`}
            </>
          }
          end={fact.ended ? <Badge>{t("competency:page.over")}</Badge> : undefined}
        />
      ))}
    </Rows>
  );
}
