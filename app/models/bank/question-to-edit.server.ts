import { fieldsOfQuestion, type QuestionFields } from "~/domain/bank/question-fields";
import type { QuestionType } from "~/domain/course/question";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { findBank } from "./bank-entries.server";
import { type BankNames, bankNames } from "./bank-names.server";
import { proposalsWhere } from "./proposal-rows.server";
import { questionVersion, withoutBank } from "./question-versions.server";

export interface QuestionToEdit {
  course: string;
  type: QuestionType;
  fields: QuestionFields;
  choices: BankNames;
  /** open proposals about the same question: maybe somebody is at it already */
  open: string[];
}

/** From where a form begins, beside the version that holds: the files' version, an earlier one, or a proposal's text. */
export interface BeginFrom {
  files: boolean;
  version: number | null;
  proposal: string | null;
}

/** What the form of a question begins with; null: no such question, or the viewer writes none. */
export async function questionToEdit(
  viewer: Viewer,
  given: { bank: string; key: string; from: BeginFrom },
  today: CivilDate,
  language: Language,
): Promise<QuestionToEdit | null> {
  const bank = hasPower(viewer, "edit-questions") ? await findBank(given.bank, today) : null;
  const entry = bank?.entries.get(given.key);
  if (!bank || !entry) return null;
  const client = await reader();
  const proposals = await proposalsWhere(client, { question_key: given.key, bank: given.bank }, 20);
  const { files, version, proposal } = given.from;
  const ofProposal = proposal === null ? null : proposals.find(({ publicId }) => publicId === proposal)?.question;
  const id = files ? entry.filesVersionId : version;
  const ofVersion = id === null ? null : await questionVersion(id);
  if (ofVersion && ofVersion.key !== given.key) return null;
  const question = ofProposal ?? withoutBank(ofVersion?.question ?? entry.question);
  return {
    course: bank.course.title[language],
    type: question.type,
    fields: fieldsOfQuestion(question),
    choices: await bankNames(bank.course, language, today),
    open: proposals
      .filter(({ standing }) => ["draft", "proposed", "returned"].includes(standing.state))
      .map(({ publicId }) => publicId)
      .filter((publicId) => publicId !== proposal),
  };
}

/** What the form of a new question of a bank can refer to; null: no such bank, or the viewer writes no questions. */
export async function newQuestion(
  viewer: Viewer,
  slug: string,
  today: CivilDate,
  language: Language,
): Promise<{ course: string; choices: BankNames } | null> {
  const bank = hasPower(viewer, "edit-questions") ? await findBank(slug, today) : null;
  return bank && { course: bank.course.title[language], choices: await bankNames(bank.course, language, today) };
}

/** What the form of a proposal begins with, where the viewer may write on it. */
export async function proposalToEdit(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<(QuestionToEdit & { bank: string; key: string; seen: number }) | null> {
  if (!hasPower(viewer, "edit-questions")) return null;
  const [proposal] = await proposalsWhere(await reader(), { public_id: publicId });
  const bank = proposal && (await findBank(proposal.bank, today));
  if (!proposal?.question || !bank || !["draft", "proposed", "returned"].includes(proposal.standing.state)) return null;
  return {
    bank: proposal.bank,
    key: proposal.key,
    seen: proposal.standing.last,
    course: bank.course.title[language],
    type: proposal.question.type,
    fields: fieldsOfQuestion(proposal.question),
    choices: await bankNames(bank.course, language, today),
    open: [],
  };
}
