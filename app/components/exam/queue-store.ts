/** An answer that waits on this device. Only `iv` and `sealed` say what was answered, and only its account gets the key. */
export interface SealedAnswer {
  attempt: string;
  item: number;
  /** names this save; a newer answer of the item has another one */
  clientKey: string;
  iv: Uint8Array;
  sealed: ArrayBuffer;
}

/** Where answers wait; of each item the newest. */
export interface QueueStore {
  /** false: only while this page is open, because the browser lets us keep nothing */
  durable: boolean;
  put(answer: SealedAnswer): Promise<void>;
  of(attempt: string): Promise<SealedAnswer[]>;
  /** takes it away unless a newer answer of the item has come in its place */
  remove(answer: Pick<SealedAnswer, "attempt" | "item" | "clientKey">): Promise<void>;
}

const DATABASE = "cau-noi-exam";
const ANSWERS = "answers";

/** The browser's own database; where there is none, the page's memory. */
export async function openQueueStore(): Promise<QueueStore> {
  try {
    return inDatabase(await openDatabase());
  } catch {
    return inMemory();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(ANSWERS, { keyPath: ["attempt", "item"] });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("blocked"));
  });
}

function inDatabase(database: IDBDatabase): QueueStore {
  // resolved when the transaction is on the disk, not when the request is answered
  function act<T>(mode: IDBTransactionMode, work: (answers: IDBObjectStore) => IDBRequest<T> | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(ANSWERS, mode, { durability: "strict" });
      const request = work(transaction.objectStore(ANSWERS));
      transaction.oncomplete = () => resolve(request?.result as T);
      transaction.onabort = () => reject(transaction.error);
    });
  }
  return {
    durable: true,
    put: async (answer) => void (await act("readwrite", (answers) => answers.put(answer))),
    of: (attempt) =>
      act<SealedAnswer[]>("readonly", (answers) => answers.getAll(IDBKeyRange.bound([attempt], [attempt, []]))),
    remove: async ({ attempt, item, clientKey }) => {
      await act("readwrite", (answers) => {
        const found: IDBRequest<SealedAnswer | undefined> = answers.get([attempt, item]);
        found.onsuccess = () => {
          if (found.result?.clientKey === clientKey) answers.delete([attempt, item]);
        };
        return undefined;
      });
    },
  };
}

/** For browsers that keep nothing, and for tests. */
export function inMemory(): QueueStore {
  const answers = new Map<string, SealedAnswer>();
  const place = ({ attempt, item }: Pick<SealedAnswer, "attempt" | "item">) => `${attempt} ${item}`;
  return {
    durable: false,
    put: async (answer) => void answers.set(place(answer), answer),
    of: async (attempt) => [...answers.values()].filter((answer) => answer.attempt === attempt),
    remove: async (answer) => {
      if (answers.get(place(answer))?.clientKey === answer.clientKey) answers.delete(place(answer));
    },
  };
}
