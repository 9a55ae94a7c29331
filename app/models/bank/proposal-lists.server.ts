import type { ProposalKind, ProposalState } from "~/domain/bank/proposal-state";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { currentCourses } from "../course/courses-up-to.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { keepsBanks } from "./bank-readers.server";
import { OPEN_PROPOSALS, WITH_LAST } from "./open-proposals.server";
import { proposalsWhere } from "./proposal-rows.server";
import { questionVersion } from "./question-versions.server";

export const PROPOSALS_PAGE = 30;

/** Those that wait for the viewer to decide; the viewer's own; all that are open; all that are decided. */
export const PROPOSAL_LISTS = ["waiting", "mine", "open", "closed"] as const;
export type ProposalList = (typeof PROPOSAL_LISTS)[number];

export interface ProposalLine {
  proposal: string;
  kind: ProposalKind;
  state: ProposalState;
  stem: string;
  course: string;
  by: string;
  /** when it came into its state */
  on: CivilDate;
}

export interface Proposals {
  counts: Record<ProposalList, number>;
  lines: ProposalLine[];
}

const mineTo = (viewer: Viewer) => Prisma.sql`EXISTS (SELECT 1 FROM proposal_event v WHERE v.proposal_id = p.id
  AND v.account_id = ${viewer.accountId} AND v.kind IN ('written', 'proposed'))`;

/** A list of proposals, newest first, with how many each list has. `page` from 1; null: not for the viewer. */
export async function listProposals(
  viewer: Viewer,
  list: ProposalList,
  page: number,
  today: CivilDate,
  language: Language,
): Promise<Proposals | null> {
  if (!keepsBanks(viewer)) return null;
  const client = await reader();
  const mine = mineTo(viewer);
  const reviews = hasPower(viewer, "review-questions") ? Prisma.sql`1` : Prisma.sql`0`;
  const waiting = Prisma.sql`(p.last = 'proposed' AND ${reviews} AND NOT ${mine})`;
  const open = Prisma.sql`(p.last IN ('written', 'proposed', 'returned'))`;
  const where = { waiting, mine, open, closed: Prisma.sql`NOT ${open}` }[list];
  const [count] = await client.$queryRaw<Record<ProposalList, bigint | null>[]>`
    SELECT SUM(${waiting}) AS waiting, SUM(${mine}) AS mine, SUM(${open}) AS open, SUM(NOT ${open}) AS closed FROM ${WITH_LAST}`;
  const ids = await client.$queryRaw<{ id: bigint }[]>`
    SELECT p.id FROM ${WITH_LAST} WHERE ${where} ORDER BY p.id DESC
    LIMIT ${PROPOSALS_PAGE} OFFSET ${(page - 1) * PROPOSALS_PAGE}`;
  const found = await proposalsWhere(client, { id: { in: ids.map(({ id }) => Number(id)) } });
  const [names, courses] = await Promise.all([
    namesOfAccounts(
      found.map(({ accountId }) => accountId),
      today,
    ),
    currentCourses(today),
  ]);
  const lines = await Promise.all(
    found.map(async ({ publicId, kind, standing, question, basedOn, bank, accountId }) => ({
      proposal: publicId,
      kind,
      state: standing.state,
      stem: (question ?? (basedOn === null ? null : (await questionVersion(basedOn))?.question))?.stem[language] ?? "",
      course: courses.find(({ slug }) => slug === bank)?.title[language] ?? bank,
      by: names.get(accountId) ?? "",
      on: standing.since ? civilDateOf(standing.since) : today,
    })),
  );
  const counts = Object.fromEntries(PROPOSAL_LISTS.map((each) => [each, Number(count?.[each] ?? 0)]));
  return { counts: counts as Proposals["counts"], lines };
}

/**
 * Where a reviewer goes on after one proposal: the next that waits for them in the order of the list, from its top again after its
 * end, and how many wait. Null: none does.
 */
export async function nextProposal(
  viewer: Viewer,
  after: string,
): Promise<{ proposal: string; waiting: number } | null> {
  if (!hasPower(viewer, "review-questions")) return null;
  const client = await reader();
  const [row] = await client.$queryRaw<{ public_id: string; waiting: bigint }[]>`
    SELECT p.public_id, COUNT(*) OVER () AS waiting FROM ${OPEN_PROPOSALS} AND p.last = 'proposed' AND NOT ${mineTo(viewer)}
      AND p.public_id <> ${after}
    ORDER BY p.id < (SELECT id FROM question_proposal WHERE public_id = ${after}) DESC, p.id DESC LIMIT 1`;
  return row ? { proposal: row.public_id, waiting: Number(row.waiting) } : null;
}

/** How many proposals wait for the viewer to decide, for pages that lead to them. */
export async function waitingProposals(viewer: Viewer): Promise<number> {
  if (!hasPower(viewer, "review-questions")) return 0;
  const client = await reader();
  const [row] = await client.$queryRaw<{ count: bigint }[]>`
    SELECT COUNT(*) AS count FROM ${OPEN_PROPOSALS} AND p.last = 'proposed' AND NOT ${mineTo(viewer)}`;
  return Number(row?.count ?? 0);
}
