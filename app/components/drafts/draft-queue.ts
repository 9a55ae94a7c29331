import { type QueueCipher, queueCipher, type WaitingAnswer } from "../exam/queue-cipher";
import { openQueueStore, type QueueStore } from "../exam/queue-store";
import { draftMarks } from "./draft-marks";
import { type DraftFields, type DraftState, sendDraft } from "./send-draft";

/** From the last key pressed to the sending. */
const PAUSE_MS = 700;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

/**
 * A draft on its way to the server, kept as an exam's answers are: each change is sealed and written to this device first, then
 * sent; it leaves the device when the server has it. A draft is one thing, so only its newest state waits.
 */
export class DraftQueue {
  private readonly page = crypto.randomUUID();
  private place = 0;
  private store: QueueStore | null = null;
  private cipher: QueueCipher | null = null;
  private newest: WaitingAnswer | null = null;
  private sending = false;
  private closed = false;
  private retryIn = FIRST_RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly mark: string;

  /** @param key of this account for this draft, base64url */
  constructor(
    private readonly name: string,
    private readonly address: string,
    private readonly key: string,
    private readonly tell: (state: DraftState) => void,
  ) {
    this.mark = `${address} ${name}`;
  }

  /** @returns what an earlier page could not send: newer than what the server showed; null where nothing waits */
  async open(): Promise<DraftFields | null> {
    [this.store, this.cipher] = await Promise.all([openQueueStore(), queueCipher(this.key)]);
    window.addEventListener("online", this.again);
    document.addEventListener("visibilitychange", this.again);
    window.addEventListener("pagehide", this.again);
    const [sealed] = await this.store.of(this.name);
    const waiting = sealed ? await this.cipher.open(sealed) : null;
    if (!waiting || this.newest) return null;
    this.newest = waiting;
    this.sendIn(0);
    return JSON.parse(String(waiting.value)) as DraftFields;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    window.removeEventListener("online", this.again);
    document.removeEventListener("visibilitychange", this.again);
    window.removeEventListener("pagehide", this.again);
  }

  change(fields: DraftFields): void {
    this.newest = { item: 0, value: JSON.stringify(fields), flagged: false, clientKey: this.nextKey() };
    this.tell({ line: "saving" });
    draftMarks.add(this.mark);
    void this.keep(this.newest);
    this.sendIn(PAUSE_MS);
  }

  /** For a form that is posted: its place among the saves of this page. */
  nextKey(): string {
    this.place += 1;
    return `${this.page}.${this.place}`;
  }

  private readonly again = () => this.sendIn(0);

  private async keep(draft: WaitingAnswer): Promise<void> {
    if (!this.store || !this.cipher) return;
    const sealed = await this.cipher.seal(this.name, draft);
    // a newer one may have been written meanwhile
    if (this.newest === draft) await this.store.put(sealed).catch(() => undefined);
  }

  private sendIn(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private async send(): Promise<void> {
    const draft = this.newest;
    if (!draft || this.sending) return;
    this.sending = true;
    const outcome = await sendDraft(this.address, draft);
    this.sending = false;
    if (outcome.line === "saved" || outcome.line === "closed") {
      this.retryIn = FIRST_RETRY_MS;
      await this.store?.remove({ attempt: this.name, item: 0, clientKey: draft.clientKey });
      if (this.newest !== draft && outcome.line === "saved") return this.sendIn(0);
      this.newest = null;
      draftMarks.remove(this.mark);
    } else {
      this.sendIn(this.retryIn);
      this.retryIn = Math.min(this.retryIn * 2, LONGEST_RETRY_MS);
    }
    if (!this.closed) this.tell(outcome);
  }
}
