import { byteLength, LARGEST_STATE_BYTES, LARGEST_STATEMENT_BYTES } from "~/domain/interactive/practice-limits";
import { isRootResult, type RootScore, rootScore, tellsResult } from "~/domain/interactive/root-score";
import type { Statement } from "~/domain/interactive/statement";

/** How saving stands. `result` is that of the last statement about the whole activity. */
export interface PracticeReport {
  line: "up" | "down" | "signed-out";
  result: { saved: true; score: RootScore | null } | { saved: false } | null;
}

interface Parcel {
  body:
    | { kind: "state"; packageHash: string; state: string }
    | { kind: "statement"; clientKey: string; statement: unknown };
  sending: boolean;
}

/** A package that says more than this while its page is open is not heard out. */
const MOST_STATEMENTS = 300;
const STATE_EVERY_MS = 5000;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;
/** Browsers let 64 KiB outlive the page. */
const OUTLIVES_PAGE_BYTES = 60_000;

/**
 * Sends what a frame tells to the server: every statement once (each has a key, so sending it again is harmless), and of
 * the states the last one. What does not get through is kept as long as the page is open, and tried again.
 */
export class PracticeOutbox {
  private statements: Parcel[] = [];
  private state: Parcel | null = null;
  private heard = 0;
  private failures = 0;
  private nextStateAt = 0;
  private statesRefused = false;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private report: PracticeReport = { line: "up", result: null };

  constructor(
    private readonly saveTo: string,
    private readonly packageHash: string,
    private readonly onReport: (report: PracticeReport) => void,
  ) {}

  /** Takes a statement as the frame gave it; only results are kept. */
  addStatement(statement: unknown): void {
    const verb = (statement as { verb?: { id?: unknown } } | null | undefined)?.verb?.id;
    if (!tellsResult(verb) || this.heard >= MOST_STATEMENTS) return;
    if (byteLength(JSON.stringify(statement)) > LARGEST_STATEMENT_BYTES) return;
    this.heard += 1;
    // the state behind a result goes right after it: who reloads now sees what was scored
    this.nextStateAt = 0;
    this.statements.push({
      body: { kind: "statement", clientKey: crypto.randomUUID(), statement },
      sending: false,
    });
    void this.sendNext();
  }

  keepState(state: string): void {
    if (this.statesRefused || byteLength(state) > LARGEST_STATE_BYTES) return;
    this.state = { body: { kind: "state", packageHash: this.packageHash, state }, sending: false };
    void this.sendNext();
  }

  /** Sends all that waits, at once: the page may be gone in a moment. */
  flush(): void {
    for (const parcel of this.waiting()) void this.send(parcel).then((done) => this.goOn(done));
  }

  /** The line may be back. */
  tryAgain(): void {
    this.failures = 0;
    void this.sendNext();
  }

  /** Sends what waits, and tries nothing again. */
  close(): void {
    this.flush();
    this.closed = true;
    clearTimeout(this.timer);
  }

  private waiting(): Parcel[] {
    if (this.closed || this.report.line === "signed-out") return [];
    return [...this.statements, ...(this.state ? [this.state] : [])].filter(({ sending }) => !sending);
  }

  /** One after the other; states not more often than every few seconds. */
  private async sendNext(): Promise<void> {
    if ([...this.statements, this.state].some((parcel) => parcel?.sending)) return;
    clearTimeout(this.timer);
    const [parcel] = this.waiting();
    if (!parcel) return;
    const pause = parcel === this.state ? this.nextStateAt - Date.now() : 0;
    if (pause > 0) this.timer = setTimeout(() => void this.sendNext(), pause);
    else this.goOn(await this.send(parcel));
  }

  private goOn(done: boolean): void {
    if (done) {
      void this.sendNext();
      return;
    }
    clearTimeout(this.timer);
    const wait = Math.min(FIRST_RETRY_MS * 2 ** this.failures, LAST_RETRY_MS) * (0.75 + Math.random() / 2);
    this.failures += 1;
    if (!this.closed) this.timer = setTimeout(() => void this.sendNext(), wait);
  }

  /** @returns false when the parcel has to be tried again */
  private async send(parcel: Parcel): Promise<boolean> {
    parcel.sending = true;
    if (parcel.body.kind === "state") this.nextStateAt = Date.now() + STATE_EVERY_MS;
    const answer = await post(this.saveTo, JSON.stringify(parcel.body));
    parcel.sending = false;
    if (answer === "no-answer") {
      this.tell({ line: "down" });
      return false;
    }
    if (answer === "signed-out") {
      this.tell({ line: "signed-out" });
      return true;
    }
    this.failures = 0;
    this.settle(parcel, answer === "saved");
    return true;
  }

  private settle(parcel: Parcel, saved: boolean): void {
    this.statements = this.statements.filter((each) => each !== parcel);
    if (this.state === parcel) this.state = null;
    if (parcel.body.kind === "state") {
      if (!saved) this.statesRefused = true;
      this.tell({ line: "up" });
      return;
    }
    // a saved statement has passed the schema
    const statement = parcel.body.statement as Statement;
    if (!saved) this.tell({ line: "up", result: { saved } });
    else if (isRootResult(statement)) this.tell({ line: "up", result: { saved, score: rootScore(statement) } });
    else this.tell({ line: "up" });
  }

  private tell(news: Partial<PracticeReport>): void {
    this.report = { ...this.report, ...news };
    this.onReport(this.report);
  }
}

async function post(address: string, body: string): Promise<"saved" | "refused" | "signed-out" | "no-answer"> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      // a redirect leads to the login page: followed, it would look like success
      redirect: "manual",
      keepalive: byteLength(body) < OUTLIVES_PAGE_BYTES,
    });
    if (response.type === "opaqueredirect") return "signed-out";
    if (response.status === 204) return "saved";
    return response.status >= 500 || response.status === 429 ? "no-answer" : "refused";
  } catch {
    return "no-answer";
  }
}
