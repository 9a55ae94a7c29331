import { setTimeout as wait } from "node:timers/promises";
import { readData, readDocument, type SeenPage } from "./exam-page";
import { type Answered, Traffic } from "./exam-traffic";

/** A person who takes an exam, by the header that signs them in. */
export interface Taker {
  cookie: string;
}

export interface Orders {
  origin: string;
  part: "attempts" | "day" | "steady";
  slug: string;
  takers: Taker[];
  pages: number;
  perPage: number;
  /** attempts: takers at a time; others: all connections */
  atOnce: number;
  /** attempts: at most so long; day: from the first start to the last hand-in; steady: so long */
  seconds: number;
  /** day: within so many seconds all start; steady: saves a second */
  pace: number;
  /** day: each holds the connection that tells of the clock */
  live: boolean;
}

/** An answer that was given: `value` as sent, by its key where the page's script sent it. `saved`: the server said so. */
export interface Given {
  attempt: string;
  item: number;
  value: string[];
  key: string | null;
  saved: boolean;
}

export interface Report {
  /** milliseconds by step */
  times: Record<string, number[]>;
  attempts: number;
  seconds: number;
  serverErrors: number;
  unexpected: string[];
  given: Given[];
}

const OPTIONS_CHANGED = 0.05;
const SENT_TWICE = 0.02;
/** attempts before those that count */
const WARM_UP = 40;

class Load {
  readonly report: Report = { times: {}, attempts: 0, seconds: 0, serverErrors: 0, unexpected: [], given: [] };
  private readonly traffic: Traffic;
  /** repeatable: each run does the same */
  private state = 20261122;

  constructor(private readonly orders: Orders) {
    this.traffic = new Traffic(orders.origin, orders.part === "attempts" ? orders.atOnce : 1024);
  }

  private random(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 4294967296;
  }

  private note(step: string, answered: Answered, right: (answered: Answered) => boolean): Answered {
    this.report.times[step] ??= [];
    this.report.times[step].push(answered.ms);
    if (answered.status >= 500) this.report.serverErrors += 1;
    if (!right(answered) && this.report.unexpected.length < 20) {
      this.report.unexpected.push(`${step}: ${answered.status} ${answered.location} ${answered.body.slice(0, 300)}`);
    }
    return answered;
  }

  private async page(step: string, cookie: string, path: string): Promise<Answered> {
    return this.note(step, await this.traffic.ask({ path, cookie }), ({ status }) => status === 200);
  }

  private async form(step: string, cookie: string, path: string, fields: [string, string][]): Promise<Answered> {
    const body = new URLSearchParams(fields).toString();
    const asked = { method: "POST" as const, path, cookie, type: "form" as const, body };
    return this.note(step, await this.traffic.ask(asked), ({ status }) => status === 302);
  }

  private choose(options: readonly string[]): string {
    return options[Math.floor(this.random() * options.length)] ?? "";
  }

  /** A whole attempt by documents and plain forms, one request after the other, and one answer by the page's script. */
  async attempt({ cookie }: Taker): Promise<void> {
    const { slug, pages, perPage } = this.orders;
    await this.page("intro", cookie, `/courses/${slug}/exam`);
    const started = await this.form("start", cookie, `/courses/${slug}/exam`, []);
    const attempt = /attempts\/(\w+)/.exec(started.location)?.[1] ?? "none";
    const answers = new Map<number, string>();
    for (let page = 1; page <= pages; page += 1) {
      const seen = readDocument((await this.page("page", cookie, `/attempts/${attempt}?page=${page}`)).body);
      for (const [item, options] of seen.choices) answers.set(item, this.choose(options));
      const [first] = seen.choices.keys();
      if (page === pages && first !== undefined) await this.autosave(cookie, attempt, first, answers.get(first) ?? "");
      await this.savePage(cookie, attempt, seen, answers, page < pages ? page * perPage + 1 : "end");
    }
    await this.page("summary", cookie, `/attempts/${attempt}/hand-in`);
    await this.form("submit", cookie, `/attempts/${attempt}/hand-in`, []);
    await this.page("review", cookie, `/attempts/${attempt}/result`);
    this.report.attempts += 1;
  }

  private async savePage(
    cookie: string,
    attempt: string,
    seen: SeenPage,
    answers: ReadonlyMap<number, string>,
    to: number | "end",
  ): Promise<void> {
    const chosen = [...seen.choices.keys()].map((item): [number, string] => [item, answers.get(item) ?? ""]);
    const fields = chosen.map(([item, token]): [string, string] => [`a${item}`, token]);
    const saved = await this.form("save", cookie, `/attempts/${attempt}`, [
      ...seen.hidden.filter(([name]) => name !== "to"),
      ...fields,
      ["to", String(to)],
    ]);
    for (const [item, token] of chosen) {
      this.report.given.push({ attempt, item, value: [token], key: null, saved: saved.status === 302 });
    }
  }

  private async autosave(cookie: string, attempt: string, item: number, token: string): Promise<void> {
    await this.save("autosave", cookie, { attempt, item, value: [token], key: `autosaving.${item}`, saved: false });
  }

  private async save(step: string, cookie: string, given: Given, due?: number): Promise<void> {
    const { attempt, item, value, key } = given;
    const body = JSON.stringify({ saves: [{ item, value, flagged: false, clientKey: key }] });
    const path = `/attempts/${attempt}/save`;
    const answered = await this.traffic.ask({ method: "POST", path, cookie, type: "json", body, due });
    this.note(step, answered, ({ status }) => status === 200);
    given.saved = answered.status === 200;
    this.report.given.push(given);
    // the answer got lost on its way: the page sends the same again
    if (this.random() < SENT_TWICE) {
      const again = await this.traffic.ask({ method: "POST", path, cookie, type: "json", body });
      this.note("replay", again, ({ status }) => status === 200);
    }
  }

  private async start({ cookie }: Taker, due?: number): Promise<string> {
    const path = `/courses/${this.orders.slug}/exam`;
    const asked = { method: "POST" as const, path, cookie, type: "form" as const, body: "", due };
    const started = this.note("start", await this.traffic.ask(asked), ({ status }) => status === 302);
    return /attempts\/(\w+)/.exec(started.location)?.[1] ?? "none";
  }

  /** An attempt as the page's script does it: each answer saved at once, pages fetched as data, all at the person's own pace. */
  async day(taker: Taker, startsAt: number): Promise<void> {
    const { pages, seconds, pace, live } = this.orders;
    const { cookie } = taker;
    await wait(Math.max(0, startsAt - performance.now()));
    const attempt = await this.start(taker, startsAt);
    if (live) this.traffic.listen(`/attempts/${attempt}/live`, cookie);
    const pageMs = ((seconds - pace) * 1000) / pages;
    let due = performance.now();
    let place = 0;
    for (let page = 1; page <= pages; page += 1) {
      const path = `/attempts/${attempt}.data?page=${page}`;
      const seen = await readData(this.note("page", await this.traffic.ask({ path, cookie }), ok).body);
      const shown = due;
      for (const [index, [item, options]] of [...seen.choices].entries()) {
        due = shown + (pageMs * (index + 0.3 + 0.6 * this.random())) / seen.choices.size;
        await wait(Math.max(0, due - performance.now()));
        for (let more = true; more; more = this.random() < OPTIONS_CHANGED) {
          place += 1;
          const given = { attempt, item, value: [this.choose(options)], key: `page-of-day.${place}`, saved: false };
          await this.save("save", cookie, given);
        }
      }
      due = shown + pageMs;
      await wait(Math.max(0, due - performance.now()));
    }
    await this.form("submit", cookie, `/attempts/${attempt}/hand-in`, []);
    this.report.attempts += 1;
  }

  /** A server that has just begun is no measure: some attempts before the others do not count. */
  private async warmUp(): Promise<void> {
    for (const taker of this.orders.takers.slice(0, WARM_UP)) await this.attempt(taker);
    this.report.times = {};
    this.report.attempts = 0;
  }

  async run(): Promise<Report> {
    const { part, takers, atOnce, seconds, pace } = this.orders;
    if (part === "attempts") await this.warmUp();
    process.send?.("warm");
    const began = performance.now();
    if (part === "attempts") {
      const waiting = takers.slice(WARM_UP);
      const work = async () => {
        for (let taker = waiting.shift(); taker; taker = waiting.shift()) {
          if (performance.now() - began > seconds * 1000) return;
          await this.attempt(taker);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    } else if (part === "day") {
      const first = performance.now() + 500;
      const gap = (pace * 1000) / takers.length;
      await Promise.all(takers.map((taker, index) => this.day(taker, first + index * gap)));
    } else await this.steady();
    this.report.seconds = (performance.now() - began) / 1000;
    return this.report;
  }

  /** Saves at an even pace, whatever the server does with those before. */
  private async steady(): Promise<void> {
    const { takers, seconds, pace } = this.orders;
    const open: { taker: Taker; attempt: string; choices: [number, string[]][]; place: number }[] = [];
    for (const taker of takers) {
      const attempt = await this.start(taker);
      const path = `/attempts/${attempt}.data?page=1`;
      const { choices } = await readData((await this.traffic.ask({ path, cookie: taker.cookie })).body);
      open.push({ taker, attempt, choices: [...choices], place: 0 });
    }
    this.report.times = {};
    const first = performance.now() + 200;
    const saves: Promise<void>[] = [];
    for (let index = 0; index < seconds * pace; index += 1) {
      const due = first + (index * 1000) / pace;
      if (due > performance.now()) await wait(due - performance.now());
      const one = open[index % open.length] as (typeof open)[number];
      one.place += 1;
      const [item, options] = one.choices[one.place % one.choices.length] ?? [1, []];
      const key = `steady-page.${one.place}`;
      const given = { attempt: one.attempt, item, value: [this.choose(options)], key, saved: false };
      saves.push(this.save("save", one.taker.cookie, given, due));
    }
    await Promise.all(saves);
  }
}

const ok = ({ status }: Answered) => status === 200;

process.once("message", async (orders: Orders) => {
  const report = await new Load(orders).run();
  process.send?.(report, () => process.exit(0));
});
