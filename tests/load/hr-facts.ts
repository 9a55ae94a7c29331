import type Database from "better-sqlite3";

/** Five years of facts, of which each day has a change of its own. */
const FIRST_DAY = "2021-11-22";
const DAYS = 1826;
export const COMPETENCIES = 40;
export const PROGRAMMES = 10;
const COURSES_EACH = 10;

const POSITIONS = ["communication-officer", "one-stop-officer", "leader", "external-relations-officer"];
const LEVELS = ["CENTRAL", "PROVINCIAL", "GRASSROOTS"];
export const competencyKey = (index: number) => `bench-competency-${index}`;
const programmeKey = (index: number) => `bench-programme-${index}`;
const both = (text: string) => ({ vi: text, en: text });

/** Puts 40 competencies, 10 programmes and their rules in the place of those of the files, since the beginning of the records. */
export function benchFrameworks(database: Database.Database): void {
  const courses = database.prepare("SELECT slug FROM course ORDER BY id").pluck().all() as string[];
  const course = (index: number) => courses[index % courses.length];
  const head = { version: "bench", valid_from: "2017-01-01" };
  const competencies = Array.from({ length: COMPETENCIES }, (_, index) => ({
    key: competencyKey(index),
    group: "bench",
    title: both(`Năng lực số ${index}`),
    description: both(`Năng lực số ${index} của nhà đo`),
    levels: [1, 2, 3, 4, 5].map((level) => ({ level, indicator: both(`Mức ${level}`) })),
  }));
  const positions = POSITIONS.map((key, place) => ({
    key,
    title: both(key),
    short: both(key),
    focal: false,
    collaborator: false,
    requirements: competencies
      .filter((_, index) => (index + place) % 2 === 0)
      .map(({ key: competency }, index) => ({
        competency,
        levels: Object.fromEntries(LEVELS.map((level, step) => [level, 1 + ((index + step) % 3)])),
      })),
  }));
  const programmes = Array.from({ length: PROGRAMMES }, (_, index) => ({
    key: programmeKey(index),
    track: "communication",
    title: both(`Chương trình số ${index}`),
    short: both(`Chương trình ${index}`),
    requires: { all_of: [{ exam_of: course(index) }] },
    validity: { method: "completion", months: 24 },
    renewal: { window_days: 90, grace_days: 0 },
    default_basis: both("Nhà đo"),
  }));
  const rules = programmes.map(({ key }, index) => ({
    key: `bench-rule-${index}`,
    title: both(key),
    reason: both("{position} {unit} {date}"),
    issuer: both("Nhà đo"),
    document: "Nhà đo",
    valid_from: "2020-01-01",
    valid_to: null,
    when: { positions: POSITIONS.filter((_, place) => (place + index) % 3 !== 0) },
    assigns: { programme: key, course: course(index) },
    due_days: 90,
  }));
  const change = database.prepare("SELECT MIN(id) FROM change").pluck().get();
  const put = database.prepare(
    `INSERT INTO framework_version (kind, number, hash, valid_from, content, recorded_change) VALUES (?, 'bench', 'bench', '2017-01-01', ?, ${change})`,
  );
  for (const [kind, content] of Object.entries({
    competencies: { ...head, groups: [{ key: "bench", title: both("Nhà đo") }], competencies },
    positions: { ...head, positions },
    certifications: { ...head, programmes },
    "assignment-rules": { rules },
  })) {
    database.prepare("DELETE FROM framework_version WHERE kind = ?").run(kind);
    put.run(kind, JSON.stringify(content));
  }
}

/** Writes the facts, by set-based SQL. @returns how many rows */
export function writeFiveYears(database: Database.Database): number {
  database.exec(`
    CREATE TEMP TABLE staff AS SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS k FROM person WHERE staff_code LIKE 'L-%';
    CREATE TEMP TABLE day (i INTEGER PRIMARY KEY, at TEXT, on_date TEXT);
    WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < ${DAYS - 1})
      INSERT INTO day SELECT i, date('${FIRST_DAY}', '+' || i || ' days') || 'T03:00:00.000Z', date('${FIRST_DAY}', '+' || i || ' days') FROM n;
    CREATE TEMP TABLE base AS SELECT
      (SELECT COALESCE(MAX(id), 0) FROM change) + 1 AS change, (SELECT COALESCE(MAX(id), 0) FROM enrolment) AS enrolment,
      (SELECT COALESCE(MAX(id), 0) FROM attempt) AS attempt, (SELECT COALESCE(MAX(id), 0) FROM certificate) AS certificate;
    INSERT INTO change (id, at, kind) SELECT base.change + i, at, 'bench' FROM day, base ORDER BY i;
    CREATE TEMP TABLE taught AS SELECT id AS version, course_id, ROW_NUMBER() OVER (ORDER BY course_id) - 1 AS c
      FROM (SELECT course_id, MAX(id) AS id FROM course_version GROUP BY course_id) LIMIT ${COURSES_EACH};
    UPDATE post SET one_stop = 1 WHERE position = 'one-stop-officer';
  `);
  const many = `(SELECT COUNT(*) FROM taught)`;
  const statements = [
    `INSERT INTO enrolment (id, public_id, person_id, course_id, course_version_id, started_at, recorded_change)
      SELECT base.enrolment + 1 + s.k * ${many} + t.c, printf('be%012d', s.k * 100 + t.c), s.id, t.course_id, t.version, d.at, base.change + d.i
      FROM staff s CROSS JOIN taught t CROSS JOIN base JOIN day d ON d.i = (s.k * 7 + t.c * 180) % 1800`,
    `INSERT INTO lesson_completion (enrolment_id, lesson_id, at, how, recorded_change)
      SELECT e.id, l.id, e.started_at, 'read', e.recorded_change
      FROM enrolment e CROSS JOIN base JOIN lesson l ON l.course_version_id = e.course_version_id WHERE e.id > base.enrolment`,
    `INSERT INTO course_completion (enrolment_id, person_id, at, recorded_change)
      SELECT e.id, e.person_id, e.started_at, e.recorded_change FROM enrolment e CROSS JOIN base WHERE e.id > base.enrolment`,
    `INSERT INTO attempt (id, public_id, person_id, enrolment_id, course_version_id, number, started_at, deadline_at, paper, recorded_change)
      SELECT base.attempt + e.id - base.enrolment, printf('ba%012d', e.id), e.person_id, e.id, e.course_version_id, 1, e.started_at, e.started_at, '{}', e.recorded_change
      FROM enrolment e CROSS JOIN base WHERE e.id > base.enrolment`,
    `INSERT INTO attempt_result (attempt_id, ended_at, ended_by, score, max_score, passed, marks, recorded_change)
      SELECT a.id, a.started_at, 'submit', 8, 10, 1, '[]', a.recorded_change FROM attempt a CROSS JOIN base WHERE a.id > base.attempt`,
    `INSERT INTO certificate (public_id, person_id, programme, framework_version_id, serial, code, issued_on, valid_until, unit_id, face, basis, recorded_change)
      SELECT printf('bc%012d', s.k * 100 + p.value * 10 + y.value), s.id, 'bench-programme-' || ((s.k + p.value * 3) % ${PROGRAMMES}),
        (SELECT MAX(id) FROM framework_version WHERE kind = 'certifications'),
        printf('BENCH-%08d', s.k * 100 + p.value * 10 + y.value), printf('%010d', s.k * 100 + p.value * 10 + y.value),
        d.on_date, date(d.on_date, '+24 months'), 1, '{}', printf('bench-%d-%d-%d', s.k, p.value, y.value), base.change + d.i
      FROM staff s CROSS JOIN json_each('[0,1,2,3]') p CROSS JOIN json_each('[0,1,2]') y CROSS JOIN base
      JOIN day d ON d.i = (s.k * 13 + p.value * 37) % 600 + y.value * 600`,
    `INSERT INTO certificate_event (certificate_id, kind, on_date, recorded_change)
      SELECT c.id, 'issued', c.issued_on, c.recorded_change FROM certificate c CROSS JOIN base WHERE c.id > base.certificate`,
    `INSERT INTO certificate_event (certificate_id, kind, on_date, cause, reason, recorded_change)
      SELECT c.id, 'revoked', date(c.issued_on, '+20 days'), 'error', 'bench', MIN(c.recorded_change + 25, base.change + ${DAYS - 1})
      FROM certificate c CROSS JOIN base WHERE c.id > base.certificate AND c.id % 100 = 7`,
    `INSERT INTO evidence (person_id, competency, level, kind, strength, valid_from, valid_to, recorded_change, retracted_change)
      SELECT s.id, 'bench-competency-' || ((s.k * 3 + j.value * 2 + s.k % 2) % ${COMPETENCIES}), 1 + (s.k + j.value) % 4, 'exam', 3, d.on_date,
        CASE WHEN (s.k + j.value) % 2 = 0 THEN date(d.on_date, '+36 months') END, base.change + d.i,
        CASE WHEN (s.k + j.value) % 97 = 0 THEN MIN(base.change + d.i + 60, base.change + ${DAYS - 1}) END
      FROM staff s CROSS JOIN json_each('[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19]') j CROSS JOIN base
      JOIN day d ON d.i = (s.k * 11 + j.value * 83) % ${DAYS}`,
    `INSERT INTO log_entry (public_id, person_id, competency, on_date, place, audience, people, role, language, recorded_change)
      SELECT printf('bl%012d', s.k * 10 + j.value), s.id, 'bench-competency-' || (s.k % ${COMPETENCIES}), d.on_date, 'Nhà đo', 'Người dân', 20, 'led', 'vi', base.change + d.i
      FROM staff s CROSS JOIN json_each('[0,1,2]') j CROSS JOIN base JOIN day d ON d.i = (s.k * 17 + j.value * 500) % ${DAYS}`,
    `INSERT INTO absence (public_id, person_id, kind, valid_from, valid_to, recorded_change)
      SELECT printf('bx%012d', s.k), s.id, 'long-leave', d.on_date, date(d.on_date, '+90 days'), base.change + d.i
      FROM staff s CROSS JOIN base JOIN day d ON d.i = (s.k * 19) % ${DAYS} WHERE s.k % 3 = 0`,
    `INSERT INTO manual_assignment (person_id, programme, course, due, reason, valid_from, recorded_change)
      SELECT s.id, 'bench-programme-' || (s.k % ${PROGRAMMES}), 'bench', date(d.on_date, '+60 days'), 'Nhà đo', d.on_date, base.change + d.i
      FROM staff s CROSS JOIN base JOIN day d ON d.i = (s.k * 23) % ${DAYS} WHERE s.k % 5 = 0`,
    `INSERT INTO waiver (person_id, programme, reason, valid_from, valid_to, recorded_change)
      SELECT s.id, 'bench-programme-' || ((s.k + 1) % ${PROGRAMMES}), 'Nhà đo', d.on_date, date(d.on_date, '+1 year'), base.change + d.i
      FROM staff s CROSS JOIN base JOIN day d ON d.i = (s.k * 29) % ${DAYS} WHERE s.k % 10 = 0`,
    `INSERT INTO eligibility (person_id, programme, attempt_id, on_date, basis, recorded_change)
      SELECT s.id, 'bench-programme-' || ((s.k + 2) % ${PROGRAMMES}), base.attempt + 1 + s.k, d.on_date, 'bench-' || s.k, base.change + d.i
      FROM staff s CROSS JOIN base JOIN day d ON d.i = (s.k * 31) % ${DAYS} WHERE s.k % 4 = 0`,
  ];
  let rows = 0;
  for (const statement of statements) rows += database.prepare(statement).run().changes;
  const postings = database.prepare("SELECT COUNT(*) FROM posting").pluck().get() as number;
  return rows + postings;
}
