import type { LogEntry } from "~/domain/practice-log/log-entry";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { loadViewer } from "~/models/access/viewers.server";
import { reader } from "~/models/database.server";
import { actOnEntry, type EntryAct } from "~/models/practice-log/act-on-entry.server";
import { writeEntry } from "~/models/practice-log/write-entry.server";
import { CHARACTERS } from "./characters";

interface DemoEntry extends Pick<LogEntry, "competency" | "onDate" | "place" | "audience" | "people" | "role"> {
  by: string;
  /** what the leader of Hưng Yên did with it; null: it waits */
  act: Exclude<EntryAct, "withdraw"> | null;
}

const counter = (onDate: string, audience: string, people: number, role: LogEntry["role"]): DemoEntry => ({
  by: CHARACTERS.oneStopHungYen.staffCode,
  competency: "counter-conduct",
  onDate,
  place: "Bộ phận một cửa",
  audience,
  people,
  role,
  act: "confirm",
});
const dialogue = (onDate: string, place: string, people: number, act: DemoEntry["act"]): DemoEntry => ({
  by: CHARACTERS.newOfficer.staffCode,
  competency: "dialogue",
  onDate,
  place,
  audience: "Công nhân khu công nghiệp",
  people,
  role: "joined",
  act,
});

const ENTRIES: readonly DemoEntry[] = [
  counter("2026-06-10", "Người cao tuổi đổi nơi lĩnh lương hưu", 18, "joined"),
  counter("2026-07-22", "Lao động tự do tham gia BHXH tự nguyện", 25, "led"),
  counter("2026-09-15", "Phụ huynh học sinh hỏi thẻ BHYT", 40, "joined"),
  counter("2026-10-28", "Doanh nghiệp nhỏ nộp hồ sơ thai sản", 12, "led"),
  dialogue("2026-11-17", "Khu công nghiệp Phố Nối", 60, "confirm"),
  dialogue("2026-11-18", "Nhà văn hóa khu phố", 35, null),
  dialogue("2026-11-19", "Công ty may", 50, "return"),
];

/** A few entries of the practice log: a level proven by four, some that wait, one to be mended. A second run changes nothing. */
export async function loadDemoPracticeLog(at: Instant): Promise<void> {
  const leader = await viewerOf(CHARACTERS.leaderHungYen.staffCode, at);
  for (const [index, { by, act, ...entry }] of ENTRIES.entries()) {
    const author = await viewerOf(by, at);
    if (!author || entry.onDate > civilDateOf(at)) continue;
    const onceKey = `demo ${index}`;
    const content: LogEntry = { ...entry, language: "vi", link: null, note: null };
    const written = await writeEntry(author, { entry: content, insteadOf: null, onceKey }, at);
    if (!written.ok || act === null || !leader) continue;
    const text = act === "return" ? "Ghi rõ bạn đã trả lời phần nào của buổi này." : null;
    await actOnEntry(leader, written.entry, { act, text, onceKey }, at);
  }
}

async function viewerOf(staffCode: string, at: Instant) {
  const client = await reader();
  const person = await client.person.findUnique({ where: { staff_code: staffCode }, select: { id: true } });
  const account =
    person && (await client.account.findUnique({ where: { person_id: person.id }, select: { id: true } }));
  return account ? loadViewer(account.id, civilDateOf(at), false) : null;
}
