import { today } from "~/config/clock.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { addMonths } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { searchPeople } from "~/models/people/search-people.server";
import { percentile } from "./figure";

const QUERIES = 200;
/** found in thousands of people, or in nobody */
const COMMON = ["", "đ", "Đức", "nguyen", "a", "khongcoai"];

/**
 * The 95th percentile, in milliseconds, of searches over everyone on the connected database: by names in any order, with and
 * without marks, by beginnings, codes, addresses and units, by one common word and by none, further pages and past dates.
 */
export async function measureSearch(): Promise<number> {
  const viewer = await whoSeesAll();
  const searches = await variedSearches();
  const at = today();
  await searchPeople(viewer, { ...NOTHING, asOf: at, today: at }, "vi");
  const times: number[] = [];
  for (const [index, search] of searches.entries()) {
    // some ask about another day, some turn the page
    const asOf = index % 10 === 9 ? addMonths(at, -12 * (1 + (index % 4))) : at;
    const start = performance.now();
    await searchPeople(viewer, { ...NOTHING, search, page: 1 + (index % 3), asOf, today: at }, "vi");
    times.push(performance.now() - start);
  }
  return percentile(
    times.sort((a, b) => a - b),
    0.95,
  );
}

const NOTHING = { search: "", position: null, unit: null, page: 1 };

async function whoSeesAll(): Promise<Viewer> {
  const client = await reader();
  const tops = await client.unit.findMany({ where: { level: { in: ["CENTRAL", "SPECIAL"] } }, select: { id: true } });
  return {
    accountId: 0,
    personId: 0,
    personPublicId: "",
    fullName: "",
    staffCode: "",
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    grants: tops.map(({ id }) => ({ role: "hr-officer", unitId: id })),
    delegations: [],
  };
}

interface Sample {
  full_name: string;
  folded: string;
  staff_code: string;
  work_email: string | null;
  unit_name: string;
}

/** Made from people taken evenly from the database, so that most of them find someone. */
async function variedSearches(): Promise<string[]> {
  const client = await reader();
  const samples = await client.$queryRaw<Sample[]>`
    SELECT n.full_name, n.folded, p.staff_code, d.work_email, u.short_vi AS unit_name
    FROM person p
    JOIN person_name n ON n.id = (SELECT MAX(id) FROM person_name WHERE person_id = p.id)
    LEFT JOIN person_detail d ON d.id = (SELECT MAX(id) FROM person_detail WHERE person_id = p.id)
    JOIN posting o ON o.id = (SELECT MAX(id) FROM posting WHERE person_id = p.id)
    JOIN post s ON s.id = o.post_id
    JOIN unit_name u ON u.id = (SELECT MAX(id) FROM unit_name WHERE unit_id = s.unit_id)
    WHERE p.id % MAX(1, (SELECT COUNT(*) FROM person) / ${QUERIES}) = 0
    ORDER BY p.id LIMIT ${QUERIES}`;
  return samples.map((sample, index) => {
    const words = sample.folded.split(" ");
    const kinds = [
      sample.full_name,
      [...words].reverse().join(" "),
      words[0] ?? "",
      words.map((word) => word.slice(0, 2)).join(" "),
      sample.staff_code,
      sample.work_email ?? sample.staff_code.toLowerCase(),
      `${words.at(-1)} ${sample.unit_name}`,
      sample.unit_name,
      COMMON[Math.floor(index / 9) % COMMON.length] ?? "",
    ];
    return kinds[index % kinds.length] ?? "";
  });
}
