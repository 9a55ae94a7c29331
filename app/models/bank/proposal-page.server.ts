import { previewsOf, type QuestionPreview } from "~/domain/bank/preview";
import {
  type ProposalAct,
  type ProposalEventKind,
  type ProposalKind,
  type ProposalState,
  possibleProposalActs,
} from "~/domain/bank/proposal-state";
import { changesMarks, type Difference, questionDifferences } from "~/domain/bank/question-difference";
import type { Question } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";
import { findBank } from "./bank-entries.server";
import { bankNames, namesByKey } from "./bank-names.server";
import { keepsBanks } from "./bank-readers.server";
import { papersWith } from "./paper-uses.server";
import { partyTo, proposalsWhere, type RecordedProposal } from "./proposal-rows.server";
import { differencesBetween } from "./question-history.server";
import { questionVersion, withoutBank } from "./question-versions.server";
import { isStale, versionInForce } from "./version-in-force.server";

export interface ProposalView {
  proposal: string;
  kind: ProposalKind;
  state: ProposalState;
  bank: string;
  course: string;
  key: string;
  by: string;
  /** what is proposed, or what is to be taken out */
  previews: QuestionPreview[];
  /** against the version that it started from */
  differences: Difference[];
  names: Record<string, string>;
  /** set where the version that it started from holds no longer: what has changed since */
  stale: Difference[] | null;
  /** answers could earn other marks, and so many papers hold the question */
  marks: { papers: number } | null;
  /** what the viewer may do now; nothing is approved on a version that holds no longer */
  may: ProposalAct[];
  /** the viewer wrote on it, so another decides */
  hand: boolean;
  /** the last event: one decides on what one has read */
  seen: number;
  events: { id: number; kind: ProposalEventKind; by: string; text: string; at: Instant }[];
}

export async function findProposal(viewer: Viewer, publicId: string): Promise<RecordedProposal | null> {
  if (!keepsBanks(viewer)) return null;
  const [proposal] = await proposalsWhere(await reader(), { public_id: publicId });
  return proposal ?? null;
}

/** The page of a proposal; null: there is none, or it is not for the viewer. */
export async function loadProposal(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<ProposalView | null> {
  const proposal = await findProposal(viewer, publicId);
  const bank = proposal && (await findBank(proposal.bank, today));
  if (!proposal || !bank) return null;
  const { kind, standing, basedOn, key, events } = proposal;
  const based = basedOn === null ? null : await questionVersion(basedOn);
  const base = based && withoutBank(based.question);
  const shown = proposal.question ?? base;
  if (!shown) return null;
  const [names, accounts, stale, marks] = await Promise.all([
    bankNames(bank.course, language, today),
    namesOfAccounts([proposal.accountId, ...events.map(({ accountId }) => accountId)], today),
    staleBy(proposal, today),
    marksMoved(proposal, base),
  ]);
  const party = partyTo(viewer, proposal);
  const acts = possibleProposalActs(kind, standing.state, party);
  return {
    proposal: publicId,
    kind,
    state: standing.state,
    bank: proposal.bank,
    course: bank.course.title[language],
    key,
    by: accounts.get(proposal.accountId) ?? "",
    previews: previewsOf(shown),
    differences: proposal.question && base ? questionDifferences(base, proposal.question) : [],
    names: namesByKey(names),
    stale,
    marks,
    may: acts.filter((act) => stale === null || (act !== "approve" && act !== "propose" && act !== "write")),
    hand: party.hand,
    seen: standing.last,
    events: events.map(({ id, kind, accountId, text, at }) => ({
      id,
      kind,
      by: accounts.get(accountId) ?? "",
      text,
      at,
    })),
  };
}

async function staleBy(proposal: RecordedProposal, today: CivilDate): Promise<Difference[] | null> {
  if (!["draft", "proposed", "returned"].includes(proposal.standing.state)) return null;
  const now = await versionInForce(await reader(), proposal.bank, proposal.key, today);
  if (!isStale(proposal, now)) return null;
  if (proposal.basedOn === null || now.versionId === null) return [];
  return differencesBetween(proposal.basedOn, now.versionId);
}

async function marksMoved({ question, key }: RecordedProposal, base: Question | null): Promise<ProposalView["marks"]> {
  if (!question || !base || !changesMarks(base, question)) return null;
  const client = await reader();
  const versions = await client.question_version.findMany({ where: { key }, select: { id: true } });
  const uses = await papersWith(versions.map(({ id }) => id));
  const papers = [...uses.values()].reduce((sum, count) => sum + count, 0);
  return papers === 0 ? null : { papers };
}
