import { setImmediate } from "node:timers/promises";
import { contentHash } from "~/content/canonical-json.server";
import type { Batch } from "~/domain/organisation/acts";
import type { BatchPreview } from "~/domain/organisation/batch-preview";
import { type PreviewFacts, previewBatch } from "~/domain/organisation/preview-batch";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { focalUnits, focalUnitsAsked } from "~/domain/reporting/focal-units";
import { addDays, type CivilDate, startOfDay } from "~/domain/time/civil-date";
import { type Rows, reader } from "../database.server";
import { Prisma } from "../generated/client";
import { allSettingsOn } from "../settings/settings.server";
import { type WorkedOut, workOut } from "./apply-plan.server";
import { focalPositions } from "./focal-positions.server";
import { type GrantRow, grantsOver, isCarried } from "./grants-to-end.server";
import { newestTouch } from "./organisation-facts.server";
import { planScope } from "./plan-scope.server";
import {
  certificatesOf,
  openWorkOf,
  personsOf,
  presencesIn,
  rulesWithUnits,
  withPostElsewhere,
} from "./preview-facts.server";

/**
 * What a batch would do, for a viewer who may reorganise all units that it names. It may be read again and again; what is
 * carried out on its `basis` is what it shows.
 */
export async function previewReorganisation(
  viewer: Viewer,
  batch: Batch,
  today: CivilDate,
): Promise<{ preview: BatchPreview } | { outOfScope: true }> {
  if (!(await planScope(viewer, today)).covers(batch.acts)) return { outOfScope: true };
  const client = await reader();
  const focal = await focalPositions(startOfDay(today));
  const worked = await workOut(client, batch, focal);
  const grants = await grantsOver(client, [...worked.ending.keys()], batch.date);
  const basis = basisOf(worked, grants, await newestTouch(client));
  return { preview: previewBatch(await previewFacts(client, batch, worked, grants, { viewer, focal, basis })) };
}

/** Names what a batch was worked out on: the organisation, and the posts, postings and permissions that it concerns. */
export function basisOf({ posts, postings }: WorkedOut, grants: readonly GrantRow[], touchedBy: number): string {
  return contentHash([touchedBy, posts.map(({ id }) => id), postings.map(({ id }) => id), grants.map(({ id }) => id)]);
}

async function previewFacts(
  client: Rows,
  batch: Batch,
  worked: WorkedOut,
  grants: readonly GrantRow[],
  { viewer, focal, basis }: { viewer: Viewer; focal: readonly string[]; basis: string },
): Promise<PreviewFacts> {
  const { before, after, problems, ending, plan, posts, postings } = worked;
  const asked = focalUnitsAsked(await allSettingsOn(batch.date));
  const ended = [...ending.keys()];
  const standing = [...new Set([...ended, ...[...ending.values()].flat()])].filter((unitId) => unitId > 0);
  const eve = addDays(batch.date, -1);
  const holders = await grantHolders(client, grants);
  const people = [...new Set([...postings.map(({ personId }) => personId), ...holders.values()])];
  const candidates = plan.focal.flatMap((outcome) => outcome.candidates.map(({ personId }) => personId));
  // thousands of people take their time: between the questions others have their turn
  const inTurn = async <T>(asked: Promise<T>): Promise<T> => {
    const answer = await asked;
    await setImmediate();
    return answer;
  };
  return {
    batch,
    basis,
    before,
    after,
    problems,
    ending,
    plan,
    posts,
    postings,
    focalPositions: new Set(focal),
    asksForFocal: (organisation) => new Set(focalUnits(after, organisation, asked).map(({ id }) => id)),
    persons: await inTurn(personsOf(client, people, batch.date)),
    presences: await inTurn(presencesIn(client, standing, eve)),
    elsewhere: await inTurn(withPostElsewhere(client, ended, batch.date)),
    certificates: await certificatesOf(client, candidates, batch.date, focal),
    rules: await rulesWithUnits(batch.date),
    grants: grants.map((grant) => ({
      publicId: grant.public_id,
      role: grant.role as Role,
      personId: holders.get(grant.account_id) ?? 0,
      unitId: grant.unit_id,
      carried: isCarried(grant, batch.carryGrants, viewer.accountId),
      own: grant.account_id === viewer.accountId,
    })),
    open: await inTurn(openWorkOf(client, ended, batch.date)),
  };
}

async function grantHolders(client: Rows, grants: readonly GrantRow[]): Promise<Map<number, number>> {
  if (grants.length === 0) return new Map();
  const ids = [...new Set(grants.map((grant) => grant.account_id))];
  const rows = await client.$queryRaw<{ id: bigint; person_id: bigint }[]>`
    SELECT id, person_id FROM account WHERE id IN (${Prisma.raw(ids.join(","))})`;
  return new Map(rows.map((row) => [Number(row.id), Number(row.person_id)]));
}
