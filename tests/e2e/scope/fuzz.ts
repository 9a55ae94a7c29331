import { Caller } from "../caller";
import type { House } from "../house/house";
import { expect } from "../site";
import { allAddresses } from "./addresses";
import type { Member } from "./cast";
import { Marks } from "./leaks";
import { Oracle } from "./oracle";
import { seeded, Tries, type Try } from "./tries";

/** Tries a member; every address more than once. */
export const TRIES = 560;
const AT_ONCE = 6;
/** The same on every run; another one by FUZZ_SEED. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);

const REFUSED = new Set([401, 400, 403, 404, 405, 409, 413, 415]);

/** All that a member can ask of the site gives away nobody they may not see, and changes nothing that is not theirs. */
export async function tryEverything(house: House, member: Member): Promise<void> {
  const caller = member.staffCode === null ? Caller.visitor(house) : await Caller.signedIn(house, member.staffCode);
  const before = countRows(house);
  const failures = await failuresOf(house, member, caller);
  expect(failures.slice(0, 20), `${member.name}, ${failures.length} failures, seed ${SEED}`).toEqual([]);
  expect(countRows(house), `rows after the tries of ${member.name}, seed ${SEED}`).toEqual(before);
}

async function failuresOf(house: House, member: Member, caller: Caller): Promise<string[]> {
  const oracle = new Oracle(house, new Date(house.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10));
  const marks = new Marks(house);
  const tries = new Tries(house, oracle, member, allAddresses(), seeded(SEED ^ nameSeed(member.name)));
  const planned = Array.from({ length: TRIES }, () => tries.next());
  const failures: string[] = [];
  const note = (each: Try, what: string) =>
    failures.push(`${each.method} ${each.path} ${each.method === "POST" ? JSON.stringify(each.form) : ""}: ${what}`);

  const attempt = async (each: Try) => {
    const answer =
      each.method === "GET" ? await caller.get(each.path) : await caller.post(each.path, { form: each.form });
    const body = await answer.text();
    const login = leadsToLogin(answer, body);
    if (answer.status >= 500) note(each, `answers ${answer.status}`);
    if (each.closed && !REFUSED.has(answer.status) && !(member.staffCode === null && login)) {
      note(each, `is open: ${answer.status} ${answer.headers.get("Location") ?? ""}`);
    }
    const named = oracle.mayBeNamed(each.address, member, answer.status === 400 ? oracle.today : each.date);
    const leaks = marks.leaksIn(
      body,
      named,
      `${decodeURIComponent(each.path.replace(/\+/g, " ").replace(/%(?![0-9a-f]{2})/gi, "%25"))} ${JSON.stringify(each.form)}`,
    );
    if (leaks.length > 0) note(each, `gives away ${leaks.slice(0, 5).join(", ")}`);
  };
  const queue = planned.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const each of queue) await attempt(each);
    }),
  );
  return failures;
}

/** Each member tries something else. */
function nameSeed(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);
}

function leadsToLogin(answer: Response, body: string): boolean {
  return (
    (answer.headers.get("Location") ?? "").startsWith("/login") || (answer.status === 202 && body.includes("/login"))
  );
}

/** How many rows each table has: what counts tries or sessions is no fact. */
function countRows(house: House): Record<string, number> {
  const tables = house
    .rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .map(({ name }) => name)
    .filter((name) => name !== "session" && !name.startsWith("_"));
  return Object.fromEntries(tables.map((table) => [table, house.count(table, "1 = 1")]));
}
