import { useTranslation } from "react-i18next";
import type { DutyChange } from "~/domain/enrolment/rule-preview";
import { showCivilDate } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { EmptyState } from "./empty-state";
import { Facts } from "./facts";
import { Pages } from "./pages";
import { Row, Rows } from "./rows";
import { Section } from "./section";
import type { Tone } from "./tone";

export interface RulePreviewData {
  on: string;
  counts: Record<DutyChange["kind"], number>;
  people: number;
  total: number;
  pages: number;
  lines: readonly {
    person: string;
    name: string;
    staffCode: string;
    place: string;
    programme: string;
    change: DutyChange;
  }[];
}

const KINDS = ["new", "moved", "ended", "earned"] as const;
const tones: Record<DutyChange["kind"], Tone | undefined> = {
  new: "info",
  moved: "warn",
  ended: undefined,
  earned: "ok",
};

/** Exactly whom a change of rules touches, and how: counts first, then every person by name. */
export function RulePreview({
  preview,
  page,
  hrefOf,
}: {
  preview: RulePreviewData;
  page: number;
  hrefOf: (page: number) => string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Section
        className="section"
        title={t("rules:preview.counts")}
        meta={t("rules:preview.on", { date: showCivilDate(preview.on) })}
      >
        <Facts
          numeric
          items={KINDS.map((kind) => ({ term: t(`rules:preview.kind.${kind}`), value: preview.counts[kind] }))}
        />
      </Section>
      <Section className="section" title={t("rules:preview.people", { count: preview.total })}>
        {preview.total === 0 && (
          <div className="section-s">
            <EmptyState title={t("rules:preview.none")}>
              <p>{t("rules:preview.noneText")}</p>
            </EmptyState>
          </div>
        )}
        <Rows>
          {preview.lines.map((line) => (
            <Row
              key={`${line.staffCode} ${line.programme}`}
              title={line.name}
              href={`/people/${line.person}`}
              meta={`${line.staffCode} · ${line.place}`}
              cells={[line.programme, words(line.change)]}
              end={<Badge tone={tones[line.change.kind]}>{t(`rules:preview.badge.${line.change.kind}`)}</Badge>}
            />
          ))}
        </Rows>
        <Pages page={page} count={preview.pages} hrefOf={hrefOf} />
      </Section>
    </>
  );

  function words(change: DutyChange): string {
    if (change.kind === "moved") {
      return t("rules:preview.movedDue", { before: showCivilDate(change.before), due: showCivilDate(change.due) });
    }
    if (change.kind === "new") return t("rules:preview.due", { date: showCivilDate(change.due) });
    return "";
  }
}
