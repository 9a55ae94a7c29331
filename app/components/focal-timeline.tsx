import { useTranslation } from "react-i18next";
import { type CivilDate as Civil, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { Timeline } from "./timeline";

export interface FocalStretchData {
  kind: "held" | "acting" | "vacant";
  name: string | null;
  person: string | null;
  from: Civil;
  until: Civil | null;
  days: number;
  papers: readonly { issuedOn: Civil; until: Civil | null; revoked: boolean }[];
}

/** Who held the post, who stood in, and when nobody did; newest first, each with its length and the papers of the time. */
export function FocalTimeline({
  stretches,
  personHref,
}: {
  stretches: readonly FocalStretchData[];
  personHref: (person: string) => string;
}) {
  const { t } = useTranslation();
  // days where they count, months up to two years, then whole years
  const lengthOf = (days: number) => {
    const months = Math.floor(days / 30.44);
    if (days < 61) return t("focal:unit.length.days", { count: days });
    return months < 24
      ? t("focal:unit.length.months", { count: months })
      : t("focal:unit.length.years", { count: Math.floor(months / 12) });
  };
  return (
    <Timeline
      events={stretches.map(({ kind, name, person, from, until, days, papers }) => ({
        key: `${kind} ${from} ${name}`,
        date: from,
        kind: kind === "vacant" ? "ended" : papers.length > 0 ? "milestone" : undefined,
        title:
          kind === "vacant" ? (
            t("focal:unit.vacant")
          ) : (
            <>
              {person ? <Anchor href={personHref(person)}>{name}</Anchor> : name}
              {kind === "acting" && `, ${t("focal:acting")}`}
            </>
          ),
        meta: (
          <>
            {until === null
              ? t("focal:unit.since", { length: lengthOf(days) })
              : t("focal:unit.span", { length: lengthOf(days), until: showCivilDate(until) })}
            {papers.map((paper) => (
              <span key={paper.issuedOn}>
                <br />
                {paper.until === null
                  ? t("focal:unit.paper", { from: showCivilDate(paper.issuedOn) })
                  : t("focal:unit.paperUntil", {
                      from: showCivilDate(paper.issuedOn),
                      until: showCivilDate(paper.until),
                    })}
                {paper.revoked && ` ${t("focal:unit.revoked")}`}
              </span>
            ))}
          </>
        ),
      }))}
    />
  );
}
