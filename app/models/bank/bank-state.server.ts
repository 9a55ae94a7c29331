import type { BankQuestion } from "~/domain/course/question";
import { reader, readRows } from "../database.server";
import { Prisma, type PrismaClient } from "../generated/client";

/** What the app has said of a question: which version is drawn, or that none is. */
export interface BankItem {
  /** slug of the course whose bank it belongs to */
  bank: string;
  questionVersionId: number;
  status: "active" | "retired";
  question: BankQuestion;
}

/** What the app has said of questions, by their keys. Another state is another object. */
export type BankState = ReadonlyMap<string, BankItem>;

/** How long this process may overlook what another has approved. */
const OVERLOOK_MS = 250;

interface Held {
  /** of which newest row, and of which newest retraction */
  mark: string;
  state: Promise<BankState>;
}

interface Memory {
  looking: { mark: Promise<string>; until: number } | null;
  held: Held | null;
  /** question versions never change: each is read once */
  questions: Map<number, BankQuestion>;
}

// one memory a connection, so that another database starts afresh
const memories = new WeakMap<PrismaClient, Memory>();

function memoryOf(client: PrismaClient): Memory {
  let memory = memories.get(client);
  if (!memory) {
    memory = { looking: null, held: null, questions: new Map() };
    memories.set(client, memory);
  }
  return memory;
}

/** What the app says of its questions now. Costs one cheap statement at most every 250 ms. */
export async function bankState(): Promise<BankState> {
  const client = await reader();
  const memory = memoryOf(client);
  const mark = await look(memory);
  if (memory.held?.mark !== mark) {
    const state = load(client, memory.questions);
    const held = { mark, state };
    memory.held = held;
    // a failure is not kept
    state.catch(() => {
      if (memory.held === held) memory.held = null;
    });
  }
  return memory.held.state;
}

/** After a write of this process to `bank_item`: it is seen at once. */
export async function lookAtBankAgain(): Promise<void> {
  memoryOf(await reader()).looking = null;
}

function look(memory: Memory): Promise<string> {
  if (memory.looking === null || memory.looking.until < Date.now()) {
    const looking = { mark: readMark(), until: Date.now() + OVERLOOK_MS };
    memory.looking = looking;
    looking.mark.catch(() => {
      if (memory.looking === looking) memory.looking = null;
    });
  }
  return memory.looking.mark;
}

async function readMark(): Promise<string> {
  const [row] = await readRows<{ newest: number | null; retracted: number | null }>(Prisma.sql`
    SELECT (SELECT MAX(id) FROM bank_item) AS newest, (SELECT MAX(retracted_change) FROM bank_item) AS retracted`);
  return `${row?.newest ?? 0}/${row?.retracted ?? 0}`;
}

async function load(client: PrismaClient, questions: Map<number, BankQuestion>): Promise<BankState> {
  const rows = await client.bank_item.findMany({
    where: { retracted_change: null },
    select: { bank: true, question_key: true, question_version_id: true, status: true },
    orderBy: { id: "asc" },
  });
  const unread = rows.map((row) => row.question_version_id).filter((id) => !questions.has(id));
  const versions = await client.question_version.findMany({
    where: { id: { in: unread } },
    select: { id: true, content: true },
  });
  for (const { id, content } of versions) questions.set(id, JSON.parse(content) as BankQuestion);
  return new Map(
    rows.map(({ bank, question_key, question_version_id, status }) => [
      question_key,
      {
        bank,
        questionVersionId: question_version_id,
        status: status === "retired" ? "retired" : "active",
        question: questions.get(question_version_id) as BankQuestion,
      },
    ]),
  );
}
