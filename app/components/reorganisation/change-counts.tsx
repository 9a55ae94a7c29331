import { useTranslation } from "react-i18next";

const KINDS = ["begun", "ended", "renamed", "moved", "classified", "labels", "areas", "people"] as const;

export type ChangeCountsData = Record<(typeof KINDS)[number], number>;

/** What a reorganisation did, in one line: only what there is of. */
export function ChangeCounts({ counts }: { counts: ChangeCountsData }) {
  const { t } = useTranslation();
  const parts = KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    t(`reorganisation:counts.${kind}`, { count: counts[kind] }),
  );
  return <>{parts.join(" · ")}</>;
}
