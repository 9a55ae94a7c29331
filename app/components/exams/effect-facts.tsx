import { useTranslation } from "react-i18next";
import { showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Facts } from "../facts";
import { useFigures } from "../figures";
import { useInstant } from "./attempt-log";

interface Score {
  score: number;
  max: number;
  passed: boolean;
}

type Status = "not-yet" | "valid" | "expiring" | "expired" | "revoked" | "replaced";

/** An attempt whose mark has moved: what it was, what it is, what rests on it. */
export function EffectFacts({
  view,
}: {
  view: {
    attempt: string;
    course: string;
    number: number;
    endedAt: string;
    waiting: { because: "marked" | "late-answers" | "regraded" | "appealed" | "reopened" | "void" | "unvoid" } | null;
    first: Score | null;
    last: Score | null;
    certificates: readonly { serial: string; programme: string; issuedOn: string; status: Status }[];
    evidence: number;
    programmes: readonly string[];
  };
}) {
  const { t } = useTranslation();
  const { marks } = useFigures();
  const instant = useInstant();
  const words = (score: Score | null) =>
    score
      ? `${t("statistics:regrade.score", { score: marks(score.score), max: marks(score.max) })}, ${t(
          `statistics:history.${score.passed ? "passed" : "failed"}`,
        )}`
      : "–";
  return (
    <>
      <Facts
        items={[
          { term: t("statistics:effects.exam"), value: t("statistics:effects.number", view) },
          { term: t("statistics:effects.ended"), value: instant(view.endedAt) },
          ...(view.waiting
            ? [{ term: t("statistics:effects.cause"), value: t(`statistics:effects.because.${view.waiting.because}`) }]
            : []),
          { term: t("statistics:effects.first"), value: words(view.first) },
          {
            term: t("statistics:effects.last"),
            value: view.waiting?.because === "void" ? t("statistics:effects.voidNow") : words(view.last),
          },
          {
            term: t("statistics:effects.programmes"),
            value: view.programmes.length > 0 ? view.programmes.join("; ") : t("statistics:effects.noProgramme"),
          },
          {
            term: t("statistics:effects.certificates"),
            value:
              view.certificates.length > 0
                ? view.certificates
                    .map(({ serial, programme, issuedOn, status }) =>
                      t("statistics:effects.certificate", {
                        serial,
                        programme,
                        date: showCivilDate(issuedOn),
                        status: t(`statistics:effects.status.${status}`),
                      }),
                    )
                    .join("; ")
                : t("statistics:effects.noCertificate"),
          },
          {
            term: t("statistics:effects.evidence"),
            value: t("statistics:effects.evidenceCount", { count: view.evidence }),
          },
        ]}
      />
      <p>
        <Anchor href={`/exams/attempts/${view.attempt}`}>{t("statistics:effects.log")}</Anchor>
      </p>
    </>
  );
}
