import { access } from "node:fs/promises";
import { keepFile, keptFile } from "~/documents/kept-files.server";
import type { Question } from "~/domain/course/question";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { QuestionFileRefused } from "~/domain/question-files/place";
import type { FileDefaults } from "~/domain/question-files/to-complete";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { civilDateOf } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { isDuplicate, reader } from "../database.server";
import { wasRecorded } from "../recorded-acts.server";
import { type Bank, findBank } from "./bank-entries.server";
import { bankNames, namesByKey } from "./bank-names.server";
import { propose } from "./propose.server";
import { type ReadImport, readImport } from "./read-questions-file.server";

export type FileRefusal = Pick<QuestionFileRefused, "code" | "params">;
export type ImportView = { bank: Bank } & ({ read: ReadImport; refusal: null } | { read: null; refusal: FileRefusal });

/** The bank whose questions a viewer may bring in; null: there is none. */
export async function bankToImportInto(viewer: Viewer, slug: string, today: CivilDate): Promise<Bank | null> {
  return hasPower(viewer, "edit-questions") ? findBank(slug, today) : null;
}

/**
 * Keeps an uploaded file by its hash; the same file twice is one import.
 * @returns the import's id, or why the file cannot be read; null: no such bank for this viewer
 */
export async function keepQuestionsFile(
  viewer: Viewer,
  slug: string,
  bytes: Uint8Array,
  today: CivilDate,
): Promise<{ id: string; refusal: null } | { id: null; refusal: FileRefusal } | null> {
  if (!(await bankToImportInto(viewer, slug, today))) return null;
  const id = await keepFile("question-files", bytes);
  const view = await previewImport(viewer, slug, id, { marked: false }, today);
  if (!view) return null;
  return view.refusal ? { id: null, refusal: view.refusal } : { id, refusal: null };
}

/** What a kept file would do; it is read again each time. Null: no such import for this viewer. */
export async function previewImport(
  viewer: Viewer,
  slug: string,
  id: string,
  defaults: FileDefaults,
  today: CivilDate,
): Promise<ImportView | null> {
  const bank = await bankToImportInto(viewer, slug, today);
  if (!bank || !/^[0-9a-f]{64}$/.test(id) || !(await isKept(id))) return null;
  try {
    return { bank, read: await readImport(bank, id, defaults, today), refusal: null };
  } catch (error) {
    if (!(error instanceof QuestionFileRefused)) throw error;
    return { bank, read: null, refusal: { code: error.code, params: error.params } };
  }
}

function isKept(id: string): Promise<boolean> {
  return access(keptFile("question-files", id)).then(
    () => true,
    () => false,
  );
}

/** What the page of an import shows. Null: no such import for this viewer, or its file cannot be read. */
export async function importPage(
  viewer: Viewer,
  { slug, id, defaults }: { slug: string; id: string; defaults: FileDefaults },
  language: Language,
  today: CivilDate,
) {
  const view = await previewImport(viewer, slug, id, defaults, today);
  if (!view?.read) return null;
  const { course } = view.bank;
  const choices = await bankNames(course, language, today);
  const shown = ({ question: { key, type, stem } }: { question: Question }) => ({ key, type, stem });
  const { format, fresh, changed, equal, problems, lacking } = view.read;
  return {
    course: course.title[language],
    read: {
      format,
      fresh: fresh.map(shown),
      changed: changed.map((each) => ({ ...shown(each), differences: each.differences })),
      equal: equal.length,
      problems,
      lacking,
    },
    names: namesByKey(choices),
    choices: { ...choices, documents: choices.documents.filter(({ citable }) => citable) },
    before: await proposedBefore(slug, id),
  };
}

/** How many questions this file has brought to the bank already. */
async function proposedBefore(bank: string, id: string): Promise<number> {
  const client = await reader();
  return client.question_proposal.count({ where: { bank, batch: batchOf(id) } });
}

/** The import under which its proposals are kept. */
const batchOf = (id: string) => id.slice(0, 16);

export type ConfirmedImport =
  | { ok: true; proposed: number }
  | { ok: false; because: "not-found" | "problems" | "nothing" };

/**
 * Proposes what is new and changed in a file, all in one change, for another person to approve. A file with a problem changes
 * nothing. The same once-key a second time changes nothing and says the same.
 */
export async function confirmImport(
  viewer: Viewer,
  { slug, id, defaults, onceKey }: { slug: string; id: string; defaults: FileDefaults; onceKey: string },
  at: Instant,
): Promise<ConfirmedImport> {
  const view = await previewImport(viewer, slug, id, defaults, civilDateOf(at));
  if (!view) return { ok: false, because: "not-found" };
  if (view.read === null || view.read.problems.length > 0) return { ok: false, because: "problems" };
  const questions = [...view.read.fresh, ...view.read.changed].map(({ question }) => question);
  const done = { ok: true, proposed: questions.length } as const;
  if (await wasRecorded(onceKey)) return done;
  if (questions.length === 0) return { ok: false, because: "nothing" };
  try {
    const proposed = await propose(viewer, { bank: slug, questions, batch: batchOf(id), onceKey }, at);
    return proposed.ok ? { ok: true, proposed: proposed.proposals.length } : proposed;
  } catch (error) {
    // the other of a double click was first
    if (isDuplicate(error) && (await wasRecorded(onceKey))) return done;
    throw error;
  }
}
