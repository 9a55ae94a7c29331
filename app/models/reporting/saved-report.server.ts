import { createHash } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "~/domain/permissions/viewer";
import { type Place, placesOf } from "~/domain/reporting/heat-map";
import { differingFigures, type ReportContent, reportContent } from "~/domain/reporting/report-content";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Selection } from "~/domain/reporting/workforce";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { isDuplicate, latestChangeId, reader, recordChange } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";
import type { KnownAt } from "./read-facts.server";
import { basisOfScope, type ReportBasis } from "./report-basis.server";
import { partOf } from "./report-part.server";
import { type Scope, scopeOf } from "./scope-units.server";
import { onMap } from "./todays-map.server";
import { changeKnownOn } from "./workforce-facts.server";

const KIND = "workforce";

const contentSchema = z.object({
  figures: z.array(z.object({ key: z.string(), value: z.number() })),
  people: z.array(z.object({ figure: z.string(), people: z.array(z.string()) })),
});

/** What was asked, and the units that the one who asked had in scope: by them it is made again, whatever their scope is later. */
const querySchema = z.object({
  name: z.string().nullable(),
  today: z.string(),
  unit: z.string().nullable(),
  position: z.string().nullable(),
  programme: z.string().nullable(),
  employment: z.enum(["civil-servant", "public-employee", "contract", "collaborator"]).nullable(),
  units: z.union([z.literal("all"), z.array(z.number())]),
});
type SavedQuery = z.infer<typeof querySchema>;

export interface SavedReport extends ReportContent {
  publicId: string;
  asOf: CivilDate;
  /** newest change that it had taken in */
  knownAt: number;
  at: Instant;
  sha256: string;
  query: Omit<SavedQuery, "units">;
}

/**
 * Keeps the report of a date with its figures, by the map of that date. Null: the unit asked for is unknown or out of scope. The same
 * once-key again leads to the report that it kept.
 */
export async function saveReport(
  viewer: Viewer,
  query: ReportQuery,
  { name = null, onceKey, at }: { name?: string | null; onceKey: string; at: Instant },
): Promise<{ publicId: string } | null> {
  const earlier = await savedUnder(viewer, onceKey);
  if (earlier) return earlier;
  const knownAt = query.known === "then" ? await changeKnownOn(query.asOf) : await latestChangeId();
  const scope = await scopeOf(viewer, "see-people", query.today);
  const { unit, position, programme, today, asOf } = query;
  const saved: SavedQuery = {
    name,
    today,
    unit,
    position,
    programme,
    employment: query.employment ?? null,
    units: scope.units === "all" ? "all" : [...scope.units],
  };
  const content = await contentOf(scope, saved, asOf, knownAt);
  if (!content) return null;
  const text = JSON.stringify(content);
  const publicId = newPublicId();
  try {
    await recordChange({ kind: "save-report", at, actorId: viewer.accountId, onceKey }, (rows, changeId) =>
      rows.saved_report.create({
        data: {
          public_id: publicId,
          account_id: viewer.accountId,
          kind: KIND,
          as_of: asOf,
          known_at: knownAt,
          query: JSON.stringify(saved),
          content: text,
          sha256: sha256Of(text),
          at,
          recorded_change: changeId,
        },
        select: { id: true },
      }),
    );
  } catch (error) {
    const meanwhile = isDuplicate(error) && (await savedUnder(viewer, onceKey));
    if (!meanwhile) throw error;
    return meanwhile;
  }
  return { publicId };
}

async function savedUnder({ accountId }: Viewer, onceKey: string): Promise<{ publicId: string } | null> {
  const changeId = await changeUnder(onceKey, accountId);
  if (changeId === null) return null;
  const row = await (await reader()).saved_report.findFirst({
    where: { recorded_change: changeId, account_id: accountId },
    select: { public_id: true },
  });
  return row && { publicId: row.public_id };
}

/** The report made from the facts as known at a change. Always from a basis of its own scope, whoever asks. */
async function contentOf(
  scope: Scope,
  query: SavedQuery,
  asOf: CivilDate,
  knownAt: KnownAt,
): Promise<ReportContent | null> {
  const asked = await factsOf(scope, query, asOf, knownAt);
  if (!asked) return null;
  const { basis, places, selection } = asked;
  const { members, vacancies } = basis.workforce;
  return reportContent({ asOf, members, vacancies, places, rows: basis.certification }, selection, query.programme);
}

/** What a report is made from, of the part and the position that it asks of. Null: the unit is unknown or out of scope. */
async function factsOf(scope: Scope, query: SavedQuery, asOf: CivilDate, knownAt: KnownAt): Promise<KeptFacts | null> {
  const dates = { asOf, today: query.today, knownAt };
  const basis = await onMap(await basisOfScope(scope, dates), { ...dates, employment: query.employment });
  const part = partOf(basis, query.unit, "vi");
  if (!part) return null;
  const selection = { units: part.units, position: query.position };
  return { basis, selection, places: placesOf(basis.proven, basis.positions, selection) };
}

export interface KeptFacts {
  basis: ReportBasis;
  selection: Selection;
  places: Place[];
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The viewer's kept reports, the newest first. */
export async function savedReports(
  viewer: Viewer,
): Promise<{ publicId: string; name: string | null; asOf: CivilDate; at: Instant; sha256: string }[]> {
  const rows = await (await reader()).saved_report.findMany({
    where: { account_id: viewer.accountId, kind: KIND },
    orderBy: { id: "desc" },
    select: { public_id: true, query: true, as_of: true, at: true, sha256: true },
  });
  return rows.map(({ public_id: publicId, query, as_of: asOf, at, sha256 }) => ({
    publicId,
    name: querySchema.parse(JSON.parse(query)).name,
    asOf,
    at,
    sha256,
  }));
}

/** One kept report. Null: there is none of the viewer's, or it speaks of units that they may not see any more. */
export async function savedReport(viewer: Viewer, publicId: string, today: CivilDate): Promise<SavedReport | null> {
  const found = await load(viewer, publicId, today);
  if (!found) return null;
  const { units: _, ...query } = found.query;
  return { ...found.report, query };
}

async function load(viewer: Viewer, publicId: string, today: CivilDate) {
  const row = await (await reader()).saved_report.findFirst({
    where: { public_id: publicId, account_id: viewer.accountId, kind: KIND },
  });
  if (!row) return null;
  const query = querySchema.parse(JSON.parse(row.query));
  if (!(await maySee(viewer, query.units, today))) return null;
  const content = contentSchema.parse(JSON.parse(row.content));
  const { as_of: asOf, known_at: knownAt, at, sha256 } = row;
  return { query, text: row.content, report: { publicId, asOf, knownAt, at, sha256, query, ...content } };
}

/** Whoever has lost a part of their scope since sees no report of it. */
async function maySee(viewer: Viewer, units: SavedQuery["units"], today: CivilDate): Promise<boolean> {
  const scope = await scopeOf(viewer, "see-people", today);
  if (units === "all") return scope.units === "all";
  const { units: known } = await organisationFacts();
  const ids = new Set(known.map(({ id }) => id));
  const left = units.filter((id) => ids.has(id));
  return left.length > 0 && left.every((id) => scope.has(id));
}

export interface Comparison {
  /** the report made afresh from what was known then is the kept one, byte for byte, and the kept one is as it was written */
  same: boolean;
  sha256: { saved: string; afresh: string };
  /** figures in which what is known now differs from what was kept */
  differences: { key: string; saved: number; now: number }[];
}

/** A kept report beside the same question asked afresh: as known then, and as known now. Null: as in `savedReport`. */
export async function compareSaved(viewer: Viewer, publicId: string, today: CivilDate): Promise<Comparison | null> {
  const found = await load(viewer, publicId, today);
  if (!found) return null;
  const { query, report, text } = found;
  const scope = keptScope(publicId, query.units);
  const then = await contentOf(scope, query, report.asOf, report.knownAt);
  const now = await contentOf(scope, query, report.asOf, null);
  const afresh = sha256Of(JSON.stringify(then));
  return {
    same: afresh === report.sha256 && sha256Of(text) === report.sha256,
    sha256: { saved: report.sha256, afresh },
    differences: differingFigures(report, now ?? { figures: [], people: [] }).map(({ key, one, other }) => ({
      key,
      saved: one,
      now: other,
    })),
  };
}

function keptScope(publicId: string, units: SavedQuery["units"]): Scope {
  const ids = new Set(units === "all" ? [] : units);
  return { key: `kept ${publicId}`, units, has: (unitId) => units === "all" || ids.has(unitId) };
}

/** A kept report with the facts behind it, as known when it was kept. Null: as in `savedReport`. */
export async function factsBehindSaved(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<(KeptFacts & { report: SavedReport }) | null> {
  const found = await load(viewer, publicId, today);
  if (!found) return null;
  const { query, report } = found;
  const facts = await factsOf(keptScope(publicId, query.units), query, report.asOf, report.knownAt);
  return facts && { ...facts, report };
}
