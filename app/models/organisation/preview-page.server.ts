import type { BatchPreview, FocalCertificate, UnitRef } from "~/domain/organisation/batch-preview";
import { type ActLine, type ProblemLine, wordsOfPlan } from "~/domain/organisation/describe-act";
import type { UnitTypeKey } from "~/domain/organisation/organisation-facts";
import { type PreviewSum, sumOf, turnsOf } from "~/domain/organisation/preview-turns";
import type { PlanHead } from "~/domain/organisation/reorganisation-plan";
import type { PostingKind } from "~/domain/people/people-batch";
import type { Role } from "~/domain/permissions/role";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import type { FoundPlan } from "./find-plan.server";
import { organisationFacts } from "./organisation-facts.server";
import { previewReorganisation } from "./preview-reorganisation.server";

/** A unit as it stands in a picture of before and after. */
export interface TurnUnit {
  key: string;
  name: string;
  people: number;
}

/** One thing that changes about a unit: the text `reorganisation:change.unit.<change>` with its values. */
export interface UnitLine {
  change: "begun" | "ended" | "endedAlone" | "renamed" | "moved" | "reclassified" | "area";
  values: Record<string, string>;
  type: UnitTypeKey | null;
}

export interface PostLine {
  publicId: string;
  position: string;
  deputy: boolean;
  becomesDeputy: boolean;
  /** key of the heir; null: it ends with the unit */
  to: string | null;
  holders: { name: string; kind: PostingKind }[];
}

export interface EndingLine {
  key: string;
  name: string;
  heirs: { key: string; name: string }[];
  posts: PostLine[];
  hiddenPosts: number;
}

export interface FocalQuestion {
  key: string;
  name: string;
  /** staff code; null: nobody */
  keeper: string | null;
  candidates: {
    staffCode: string;
    name: string;
    from: string;
    certificate: FocalCertificate | null;
    until: CivilDate | null;
  }[];
}

export interface PreviewPage extends PlanHead {
  publicId: string;
  savedAt: string;
  when: "past" | "today" | "future";
  basis: string;
  problems: (ProblemLine & { line: ActLine })[];
  sum: PreviewSum;
  /** so many people move that one has to say one has read it */
  mustRead: boolean;
  turns: { ending: TurnUnit[]; heirs: (TurnUnit & { begins: boolean })[] }[];
  units: UnitLine[];
  levels: { before: string; after: string }[];
  areas: { change: "begun" | "ended" | "changed"; before: string; after: string }[];
  counts: { key: string; name: string; before: number; after: number }[];
  people: { before: number; after: number };
  ending: EndingLine[];
  focal: FocalQuestion[];
  left: { name: string; state: "vacant" | "duplicate" }[];
  withoutPost: { name: string; unit: string; position: string }[];
  rules: { title: string; unit: string }[];
  grants: { publicId: string; role: Role; person: string; unit: string; carried: boolean; own: boolean }[];
  open: BatchPreview["open"];
  /** whether the viewer may take the list of people away as a file */
  mayExport: boolean;
}

/** From so many people on one has to say that one has read what changes. */
export const MANY_PEOPLE = 50;
/** Posts listed on the page; the file of the preview has them all. */
const POSTS_SHOWN = 400;

/** What a plan would do, for its page; null: the viewer may not reorganise all that it names. */
export async function previewPage(
  viewer: Viewer,
  { plan, publicId, savedAt }: FoundPlan,
  today: CivilDate,
  language: Language,
): Promise<{ preview: BatchPreview; page: PreviewPage } | null> {
  const previewed = await previewReorganisation(viewer, plan, today);
  if ("outOfScope" in previewed) return null;
  const { preview } = previewed;
  const { positions } = (await frameworksAsOf(today)).positions.content;
  const facts = await organisationFacts();
  const words = wordsOfPlan(facts, plan, language);
  const titles = new Map(positions.map((position) => [position.key, position.short[language]]));
  const say = (text: Bilingual | null) => text?.[language] ?? "";
  const name = (unit: UnitRef | null) => words.unit(unit?.key ?? "") || say(unit?.name ?? null);
  const position = (key: string) => titles.get(key) ?? "";
  const sum = sumOf(preview);
  const { title, date, document, note } = plan;
  const page: PreviewPage = {
    publicId,
    savedAt,
    title,
    date,
    document,
    note,
    when: date < today ? "past" : date > today ? "future" : "today",
    basis: preview.basis,
    problems: preview.problems.flatMap((problem) => {
      const act = plan.acts[problem.act];
      return act ? [{ ...words.problem(problem), line: words.act(act) }] : [];
    }),
    sum,
    mustRead: sum.people > MANY_PEOPLE,
    turns: turnsOf(preview).map(({ ending, heirs }) => ({
      ending: ending.map(({ unit, people }) => ({ key: unit.key, name: name(unit), people })),
      heirs: heirs.map(({ unit, people, begins }) => ({ key: unit.key, name: name(unit), people, begins })),
    })),
    units: preview.units.map((change) => unitLine(change, name, say)),
    levels: preview.levels.map(({ before, after }) => ({ before: say(before), after: say(after) })),
    areas: preview.areas.map(({ change, before, after }) => ({
      change,
      before: before ? `${before.code} ${say(before.name)}` : "",
      after: after ? `${after.code} ${say(after.name)}` : "",
    })),
    counts: preview.headCounts.map(({ unit, before, after }) => ({ key: unit.key, name: name(unit), before, after })),
    people: preview.people,
    ending: endingLines(preview, name, position),
    focal: preview.focalChoices.map(({ unit, keeper, candidates }) => ({
      key: unit.key,
      name: name(unit),
      keeper: keeper?.staffCode ?? null,
      candidates: candidates.map(({ person, from, certificate, until }) => ({
        staffCode: person.staffCode,
        name: person.name,
        from: name(from),
        certificate,
        until,
      })),
    })),
    left: preview.focalLeft.map(({ unit, state }) => ({ name: name(unit), state })),
    withoutPost: preview.leftWithoutPost.map((each) => ({
      name: each.person.name,
      unit: name(each.unit),
      position: position(each.position),
    })),
    rules: preview.rules.map((rule) => ({ title: say(rule.title), unit: name(rule.unit) })),
    grants: preview.grants.map(({ publicId, role, person, unit, carriedTo, own }) => ({
      publicId,
      role,
      person: person.name,
      unit: name(unit),
      carried: carriedTo.length > 0,
      own,
    })),
    open: preview.open,
    mayExport: hasPower(viewer, "export-people"),
  };
  return { preview, page };
}

type Name = (unit: UnitRef | null) => string;

function unitLine(
  change: BatchPreview["units"][number],
  name: Name,
  say: (text: Bilingual | null) => string,
): UnitLine {
  const unit = name(change.unit);
  switch (change.change) {
    case "begun":
      return { change: "begun", values: { unit, parent: name(change.parent) }, type: null };
    case "ended": {
      if (change.heirs.length === 0) return { change: "endedAlone", values: { unit }, type: null };
      return { change: "ended", values: { unit, heirs: change.heirs.map(name).join(", ") }, type: null };
    }
    case "renamed":
      return { change: "renamed", values: { before: say(change.before), after: say(change.after) }, type: null };
    case "moved":
      return { change: "moved", values: { unit, before: name(change.before), after: name(change.after) }, type: null };
    case "reclassified":
      return { change: "reclassified", values: { unit }, type: change.after };
    case "re-areaed":
      return { change: "area", values: { unit, after: say(change.after) }, type: null };
  }
}

function endingLines(preview: BatchPreview, name: Name, position: (key: string) => string): EndingLine[] {
  let room = POSTS_SHOWN;
  return preview.ending.map(({ unit, heirs, posts }) => {
    const shown = posts.slice(0, room);
    room -= shown.length;
    return {
      key: unit.key,
      name: name(unit),
      heirs: heirs.map((heir) => ({ key: heir.key, name: name(heir) })),
      posts: shown.map((post) => ({
        publicId: post.publicId,
        position: position(post.position),
        deputy: post.deputy,
        becomesDeputy: post.becomesDeputy,
        to: post.to?.key ?? null,
        holders: post.holders.map(({ person, kind }) => ({ name: person.name, kind })),
      })),
      hiddenPosts: posts.length - shown.length,
    };
  });
}
