import type { AnswerValue } from "~/domain/assessment/answer-value";
import { drainAttempt, waitingOf } from "./drain-attempt";
import { type QueueCipher, queueCipher, type WaitingAnswer } from "./queue-cipher";
import { inMemory, openQueueStore, type QueueStore, type SealedAnswer } from "./queue-store";
import type { NewerAnswer, SendOutcome } from "./send-answers";
import { attemptMarks } from "./waiting-mark";

/** How saving stands, for the bar on top of the exam. */
export interface QueueReport {
  /** answers that the server has not confirmed */
  waiting: number;
  /** when the server took the last one, by its clock; null: none since the page was opened */
  savedAt: string | null;
  line: "up" | "down" | "signed-out" | "other-device" | "ended";
  /** some were kept after the end, for the exam officer to decide */
  late: boolean;
  /** false: what waits is lost when the page is closed */
  durable: boolean;
}

export interface QueueListener {
  report(report: QueueReport): void;
  /** counts now instead of what the page shows: another page or device gave it */
  newer(answers: readonly NewerAnswer[]): void;
  /** the server will never take the answer to this item as it is */
  refused(item: number, code: string): void;
}

/** From the last key pressed to the sending; a choice goes at once. */
const PAUSE_MS = 500;
/** Whoever types without a pause is saved this often. */
const LONGEST_PAUSE_MS = 2_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

/**
 * The answers of an attempt on their way to the server. Each change is sealed and written to this device first, the newest of each
 * item, then sent; it leaves the device when the server has it. What an earlier page left behind goes first.
 */
export class AnswerQueue {
  private readonly page = crypto.randomUUID();
  private place = 0;
  private store: QueueStore | null = null;
  private cipher: QueueCipher | null = null;
  /** changed since it was last written to the store */
  private readonly unwritten = new Map<number, { value: AnswerValue; flagged: boolean }>();
  /** in the store, by item, under its newest key */
  private readonly stored = new Map<number, string>();
  /** what the page has said last of an item, as text */
  private readonly said = new Map<number, string>();
  private writing: Promise<void> | null = null;
  private draining: Promise<void> | null = null;
  private firstUnsentAt = 0;
  private retryIn = FIRST_RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private report: QueueReport = { waiting: 0, savedAt: null, line: "up", late: false, durable: true };

  /**
   * @param key of this account for this attempt, base64url
   * @param newest id of the newest response that the page shows
   */
  constructor(
    private readonly attempt: string,
    private readonly key: string,
    private newest: number,
    private readonly listener: QueueListener,
  ) {}

  /** Opens the store. @returns what waits there from earlier pages: newer than what the server showed */
  async open(): Promise<WaitingAnswer[]> {
    attemptMarks.add(this.attempt);
    [this.store, this.cipher] = await Promise.all([openQueueStore(), queueCipher(this.key)]);
    const waiting = await waitingOf(this.store, this.cipher, this.attempt);
    for (const { item, clientKey } of waiting) this.stored.set(item, clientKey);
    this.tell({ durable: this.store.durable });
    window.addEventListener("online", this.again);
    document.addEventListener("visibilitychange", this.again);
    window.addEventListener("pagehide", this.hurry);
    if (this.isWaiting()) this.sendIn(0);
    return waiting.filter(({ item }) => !this.unwritten.has(item));
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    window.removeEventListener("online", this.again);
    document.removeEventListener("visibilitychange", this.again);
    window.removeEventListener("pagehide", this.hurry);
  }

  /** Takes an answer. `typed`: more keys may follow. */
  add(item: number, value: AnswerValue, flagged: boolean, typed: boolean): void {
    const text = JSON.stringify([value, flagged]);
    if (this.said.get(item) === text) {
      // leaving a field says again what its keys have said
      if (!typed && this.has(item)) this.sendIn(0);
      return;
    }
    this.said.set(item, text);
    this.unwritten.set(item, { value, flagged });
    this.tell({});
    this.write();
    this.firstUnsentAt ||= performance.now();
    const waited = performance.now() - this.firstUnsentAt;
    this.sendIn(typed ? Math.max(0, Math.min(PAUSE_MS, LONGEST_PAUSE_MS - waited)) : 0);
  }

  /** Whether the page has an answer of its own to the item that the server does not know. */
  has(item: number): boolean {
    return this.unwritten.has(item) || this.stored.has(item);
  }

  /** The page shows another answer to the item now: the same as before would be news again. */
  forget(item: number): void {
    this.said.delete(item);
  }

  /** True when a save is this page's own. */
  isOwn(clientKey: string): boolean {
    return clientKey.startsWith(`${this.page}.`);
  }

  /** The page has seen the response of this id. */
  sawResponse(id: number): void {
    this.newest = Math.max(this.newest, id);
  }

  /** Sends all that waits, once. @returns how many still wait */
  async flush(): Promise<number> {
    clearTimeout(this.timer);
    if (this.draining) await this.draining;
    if (this.isWaiting()) await this.drain();
    return this.waiting();
  }

  private readonly again = () => {
    if (this.isWaiting() && document.visibilityState === "visible") this.sendIn(0);
  };

  private readonly hurry = () => {
    if (this.isWaiting()) void this.drain();
  };

  private waiting(): number {
    return new Set([...this.unwritten.keys(), ...this.stored.keys()]).size;
  }

  private isWaiting(): boolean {
    return this.unwritten.size > 0 || this.stored.size > 0;
  }

  /** Writes what has changed to the store; one pass at a time, so that of an item the newest stands there. */
  private write(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    const { store, cipher } = this;
    if (!store || !cipher) return;
    if (this.unwritten.size > 0) attemptMarks.add(this.attempt);
    while (this.unwritten.size > 0) {
      for (const [item, answer] of [...this.unwritten]) {
        this.place += 1;
        const clientKey = `${this.page}.${this.place}`;
        const sealed = await cipher.seal(this.attempt, { item, ...answer, clientKey });
        await (this.store ?? store).put(sealed).catch(() => this.goOnInMemory(sealed));
        this.stored.set(item, clientKey);
        if (this.unwritten.get(item) === answer) this.unwritten.delete(item);
      }
    }
  }

  /** The device is full, or has lost its store: answers go to the server from the page's memory. */
  private async goOnInMemory(sealed: SealedAnswer): Promise<void> {
    const kept = (await this.store?.of(this.attempt).catch(() => [])) ?? [];
    this.store = inMemory();
    for (const answer of [...kept, sealed]) await this.store.put(answer);
    this.tell({ durable: false });
  }

  private sendIn(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.drain(), milliseconds);
  }

  private drain(): Promise<void> {
    this.draining ??= this.sendAll().finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  private async sendAll(): Promise<void> {
    await this.write();
    const { store, cipher } = this;
    if (!store || !cipher) return;
    this.firstUnsentAt = 0;
    const outcome = await drainAttempt(store, cipher, this.attempt, this.newest);
    if (outcome) this.hear(outcome);
    // another tab may have sent what waited here
    await this.lookAgain(store);
    this.tell({});
    if (this.closed) return;
    if (!this.isWaiting()) return;
    if (outcome === null || outcome.kind === "taken") return this.sendIn(0);
    if (outcome.kind === "ended" || outcome.kind === "not-mine") return;
    this.sendIn(this.retryIn);
    this.retryIn = Math.min(this.retryIn * 2, LONGEST_RETRY_MS);
  }

  private async lookAgain(store: QueueStore): Promise<void> {
    const there = new Set((await store.of(this.attempt)).map(({ item }) => item));
    for (const item of [...this.stored.keys()]) if (!there.has(item)) this.stored.delete(item);
  }

  private hear(outcome: SendOutcome): void {
    switch (outcome.kind) {
      case "taken":
        this.retryIn = FIRST_RETRY_MS;
        this.newest = Math.max(this.newest, outcome.newest);
        this.tell({ line: "up", savedAt: outcome.savedAt, late: this.report.late || outcome.late });
        for (const { item, code } of outcome.refused) this.listener.refused(item, code);
        this.listener.newer(outcome.others);
        return;
      case "later":
        this.tell({ line: "down" });
        return;
      case "not-mine":
        this.tell({ line: "signed-out" });
        return;
      default:
        this.tell({ line: outcome.kind });
    }
  }

  private tell(news: Partial<QueueReport>): void {
    this.report = { ...this.report, ...news, waiting: this.waiting() };
    if (!this.closed) this.listener.report(this.report);
  }
}
