import { setImmediate } from "node:timers/promises";
import { reader } from "../database.server";
import type { PrismaClient } from "../generated/client";

/** How many papers hold which question version. Papers are frozen and attempts only added: what is counted stays counted. */
interface Counted {
  upTo: number;
  papers: Map<number, number>;
  counting: Promise<void>;
}

const memories = new WeakMap<PrismaClient, Counted>();

/** So few attempts at a time that nobody else waits. */
const STEP = 200;

/** Papers of exams that hold a version of a question, by the version's id. The first call of a process reads all attempts. */
export async function papersWith(versionIds: readonly number[]): Promise<Map<number, number>> {
  const client = await reader();
  let counted = memories.get(client);
  if (!counted) {
    counted = { upTo: 0, papers: new Map(), counting: Promise.resolve() };
    memories.set(client, counted);
  }
  const mine = counted;
  const counting = mine.counting.catch(() => undefined).then(() => countOn(client, mine));
  mine.counting = counting;
  await counting;
  return new Map(versionIds.map((id) => [id, mine.papers.get(id) ?? 0]));
}

async function countOn(client: PrismaClient, counted: Counted): Promise<void> {
  const [newest] = await client.$queryRaw<{ id: bigint | null }[]>`SELECT MAX(id) AS id FROM attempt`;
  const last = Number(newest?.id ?? 0);
  while (counted.upTo < last) {
    const upTo = Math.min(counted.upTo + STEP, last);
    // the form of papers of the past names the version in another place
    const rows = await client.$queryRaw<{ version: bigint; papers: bigint }[]>`
      SELECT COALESCE(json_extract(item.value, '$.questionVersionId'), json_extract(item.value, '$.question')) AS version,
        COUNT(*) AS papers
      FROM attempt a, json_each(a.paper, '$.items') item WHERE a.id > ${counted.upTo} AND a.id <= ${upTo} GROUP BY 1`;
    for (const { version, papers } of rows) {
      counted.papers.set(Number(version), (counted.papers.get(Number(version)) ?? 0) + Number(papers));
    }
    counted.upTo = upTo;
    await setImmediate();
  }
}
