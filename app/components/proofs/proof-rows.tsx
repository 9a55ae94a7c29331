import { useTranslation } from "react-i18next";
import type { ProofContent } from "~/domain/proofs/outside-proof";
import type { ProofState } from "~/domain/proofs/proof-state";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { useFigures } from "../figures";
import { Row, Rows } from "../rows";
import type { Tone } from "../tone";

const TONES: Partial<Record<ProofState, Tone>> = {
  waiting: "info",
  returned: "warn",
  verified: "ok",
  refused: "bad",
  revoked: "bad",
};

/** How a proof stands. */
export function ProofBadge({ state }: { state: ProofState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`proofs:state.${state}`)}</Badge>;
}

export interface ProofRowFace {
  proof: string;
  content: ProofContent;
  state: ProofState;
  person: string;
  place: string;
  submittedAt: string;
}

/** Proofs as rows: what it is, whose, since when it waits, how it stands. */
export function ProofRows({ lines, withPerson = false }: { lines: readonly ProofRowFace[]; withPerson?: boolean }) {
  const { t } = useTranslation();
  const { marks: figure } = useFigures();
  const title = (content: ProofContent) =>
    content.kind === "training"
      ? content.title
      : t("proofs:row.language", { language: t(`proofs:language.${content.language}`), level: content.level });
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.proof}
          title={title(line.content)}
          href={`/proofs/${line.proof}`}
          meta={
            <>
              {withPerson && `${[line.person, line.place].filter(Boolean).join(", ")} · `}
              {line.content.kind === "training" &&
                `${t("proofs:fact.hours", { hours: figure(line.content.hours) })} · `}
              {t("proofs:row.submitted", { date: showCivilDate(civilDateOf(line.submittedAt)) })}
            </>
          }
          end={<ProofBadge state={line.state} />}
        />
      ))}
    </Rows>
  );
}
