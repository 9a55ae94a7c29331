import { createHash, randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import { sortKey } from "~/domain/people/person-name";
import { foldForSearch } from "~/domain/text/fold-for-search";

/** An exam of this house: items in all, and on a page. */
export interface BenchExam {
  slug: string;
  items: number;
  perPage: number;
}

const BEGAN = "2026-01-05";
const AT = `${BEGAN}T01:00:00.000Z`;
const DAY_MS = 24 * 60 * 60 * 1000;
const NOTICE = "privacy-notice-2026-11";
const both = (text: string) => ({ vi: text, en: text });
const id = (prefix: string, index: number) => `${prefix}${index.toString(36).padStart(14, "0")}`;

/**
 * Adds people in post, signed in, enrolled in exams of their own with all lessons done. Questions are as long as real ones.
 * @returns their session ids
 */
export function peopleTheExams(file: string, exams: readonly BenchExam[], people: number): string[] {
  const database = new Database(file);
  const sessions = database.transaction(() => fill(database, exams, people))();
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  return sessions;
}

function fill(database: Database.Database, exams: readonly BenchExam[], people: number): string[] {
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
    return Number(database.prepare(sql).run(Object.values(row)).lastInsertRowid);
  };
  const change = insert("change", { at: AT, kind: "bench-exams", effective: BEGAN });
  const units = database
    .prepare("SELECT u.id FROM unit u WHERE u.level = 'PROVINCIAL' ORDER BY u.id DESC LIMIT 34")
    .pluck()
    .all() as number[];
  const versions = exams.map((exam) => insertExam(insert, exam, change));
  const until = new Date(Date.now() + 14 * DAY_MS).toISOString();
  return Array.from({ length: people }, (_, index) => {
    const name = `Nguyễn Thị Thử ${index}`;
    const person = insert("person", { public_id: id("b", index), staff_code: `B-${index}`, recorded_change: change });
    const since = { valid_from: BEGAN, recorded_change: change };
    insert("person_name", {
      person_id: person,
      full_name: name,
      folded: foldForSearch(name),
      sort_key: sortKey(name),
      ...since,
    });
    insert("person_detail", { person_id: person, employment: "public-employee", ...since });
    const account = insert("account", { public_id: id("c", index), person_id: person, recorded_change: change });
    insert("acknowledgement", { account_id: account, subject: NOTICE, at: AT, recorded_change: change });
    const unit = units[index % units.length] ?? 1;
    const post = insert("post", {
      public_id: id("q", index),
      unit_id: unit,
      position: "communication-officer",
      ...since,
    });
    insert("posting", { public_id: id("r", index), person_id: person, post_id: post, kind: "primary", ...since });
    for (const [place, version] of versions.entries()) {
      const enrolment = insert("enrolment", {
        public_id: id(`e${place}`, index),
        person_id: person,
        course_id: version.course,
        course_version_id: version.version,
        started_at: AT,
        recorded_change: change,
      });
      for (const lesson of version.lessons) {
        insert("lesson_completion", { enrolment_id: enrolment, lesson_id: lesson, at: AT, recorded_change: change });
      }
    }
    const session = randomBytes(25).toString("hex");
    const hash = createHash("sha256").update(session).digest("hex");
    insert("session", { id_hash: hash, account_id: account, created_at: AT, expires_at: until });
    return session;
  });
}

type Insert = (table: string, row: Record<string, string | number | null>) => number;

function insertExam(insert: Insert, { slug, items, perPage }: BenchExam, change: number) {
  const course = insert("course", { slug, track: "communication", recorded_change: change });
  const exam = {
    title: both(`Bài kiểm tra cuối khóa ${slug}`),
    pass_percent: 70,
    minutes: 45,
    attempts: 3,
    cooldown_hours: 24,
    per_page: perPage,
    review: { own_answers: "after-submit", right_answers: "after-pass", explanations: "after-submit" },
    sections: [{ competency: "communication-planning", count: items }],
  };
  const content = {
    title: both(`Khóa học ${slug}`),
    summary: both("Truyền thông chính sách bảo hiểm xã hội tới người dân và doanh nghiệp."),
    audience: both("Cán bộ truyền thông"),
    evidence: [{ competency: "communication-planning", level: 2 }],
    review_by: "2027-10-01",
    origins: {},
    taught: slug,
  };
  const version = insert("course_version", {
    course_id: course,
    number: "1",
    hash: slug,
    change_kind: "material",
    valid_from: BEGAN,
    content: JSON.stringify(content),
    exam: JSON.stringify(exam),
    recorded_change: change,
  });
  const lessons = Array.from({ length: 6 }, (_, index) => {
    const texts = { title_vi: `Bài ${index}`, title_en: `Lesson ${index}`, goal_vi: "Mục tiêu", goal_en: "Goal" };
    const bodies = { body_vi: "Nội dung", body_en: "Text" };
    const row = { key: `lesson-${index}`, ordinal: index, minutes: 10, citations: "[]", ...texts, ...bodies };
    return insert("lesson", { course_version_id: version, ...row });
  });
  for (let index = 0; index < items * 3; index += 1) {
    const question = insert("question_version", {
      key: `${slug}-${index}`,
      hash: `${slug}-${index}`,
      content: JSON.stringify(questionOf(slug, index)),
      recorded_change: change,
    });
    insert("course_question", { course_version_id: version, question_version_id: question });
  }
  return { course, version, lessons };
}

function questionOf(slug: string, index: number) {
  const text = (words: string) => ({
    vi: `${words} ${index}: khi người lao động hỏi về thời gian đóng bảo hiểm xã hội bắt buộc trước và sau ngày luật mới có hiệu lực`,
    en: `${words} ${index}: when a worker asks about the time of compulsory social insurance before and after the new law`,
  });
  return {
    key: `${slug}-${index}`,
    bank: slug,
    type: "single",
    competency: "communication-planning",
    difficulty: 1 + (index % 3),
    lesson: `lesson-${index % 6}`,
    citation: { document: "luat-bhxh-2024", clause: both("Điều 2"), mark: "TEXT" },
    stem: text("Tình huống"),
    options: ["a", "b", "c", "d"].map((key) => ({ key, text: text(`Phương án ${key}`), correct: key === "a" })),
    pin: [],
    explanation: text("Giải thích"),
  };
}
