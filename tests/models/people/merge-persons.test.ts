import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { accountByPassword, hashPassword } from "~/models/access/accounts.server";
import { loadViewer } from "~/models/access/viewers.server";
import { flushAttemptLog } from "~/models/assessment/attempt-log.server";
import { attemptsOf } from "~/models/assessment/attempts-of.server";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";
import { currentCourses } from "~/models/course/courses-up-to.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader, recordChange } from "~/models/database.server";
import { completeLesson } from "~/models/enrolment/complete-lesson.server";
import { learnerFacts } from "~/models/enrolment/learner-facts.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { mergePersons } from "~/models/people/merge-persons.server";
import { possibleDuplicates, previewMerge } from "~/models/people/merge-preview.server";
import { mergedRecordsOf, unmerge } from "~/models/people/merged-records.server";
import { loadPersonRecord } from "~/models/people/person-record.server";
import { searchPeople } from "~/models/people/search-people.server";
import { newPublicId } from "~/models/public-id.server";
import { reportBasis } from "~/models/reporting/report-basis.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const LATER = "2026-11-21T03:00:00.000Z";
const TODAY = "2026-11-21";
const DATES = { asOf: TODAY, today: TODAY };

let hungYen: number;
let thanhHoa: number;
let hr: Viewer;
let provincialHr: Viewer;
let count = 0;

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  const { units } = await organisationFacts();
  const idOf = (key: string) => units.find((unit) => unit.key === key)?.id ?? 0;
  hungYen = idOf("bhxh-hung-yen-2025");
  thanhHoa = idOf("bhxh-thanh-hoa");
  const central = units.filter(({ level }) => level === "CENTRAL").map(({ id }) => id);
  hr = await viewer(
    await insertStaff({
      staffCode: "HR-1",
      postings: [{ unitId: hungYen, from: "2025-07-01" }],
      grants: central.map((unitId) => ({ unitId, role: "hr-officer" as const, from: "2025-07-01" })),
    }),
  );
  provincialHr = await viewer(
    await insertStaff({
      staffCode: "HR-2",
      postings: [{ unitId: hungYen, from: "2025-07-01" }],
      grants: [{ unitId: hungYen, role: "hr-officer", from: "2025-07-01" }],
    }),
  );
});

async function viewer({ accountId }: { accountId: number }): Promise<Viewer> {
  const found = await loadViewer(accountId, TODAY, false);
  if (!found) throw new Error("no viewer");
  return found;
}

interface Both {
  kept: { accountId: number; personId: number; id: string; code: string };
  merged: { accountId: number; personId: number; id: string; code: string };
}
let pair: Both;

/** Two records of one person: an earlier post under one code, today's under another. */
async function twoRecords(more: { overlapping?: boolean; unitId?: number } = {}): Promise<Both> {
  count += 1;
  const person = async (code: string, name: string, from: string, to: string | undefined, unitId: number) => {
    const ids = await insertStaff({
      staffCode: code,
      fullName: name,
      workEmail: `${code.toLowerCase()}@example.vn`,
      postings: [{ unitId, from, to }],
    });
    const row = await (await reader()).person.findUniqueOrThrow({ where: { id: ids.personId } });
    return { ...ids, id: row.public_id, code };
  };
  return {
    kept: await person(`K-${count}`, "Đặng Thị Ngọc Mơ", "2025-07-01", undefined, hungYen),
    merged: await person(
      `M-${count}`,
      "Đặng Ngọc Mơ",
      "2021-01-01",
      more.overlapping ? undefined : "2025-07-01",
      more.unitId ?? hungYen,
    ),
  };
}

const order = (more: Partial<Parameters<typeof mergePersons>[1]> = {}) => ({
  kept: pair.kept.id,
  merged: pair.merged.id,
  dropped: [],
  document: "Công văn 12/TCCB ngày 20/11/2026",
  note: null,
  at: AT,
  onceKey: newPublicId(),
  ...more,
});
const find = async (search: string, asOf = TODAY) => {
  const view = await searchPeople(hr, { search, position: null, unit: null, page: 1, asOf, today: TODAY }, "vi");
  return view?.people ?? [];
};
const headsOf = async (asOf = TODAY) => (await reportBasis(hr, "see-people", { asOf, today: TODAY })).workforce.members;
const part = () => unmerge(hr, { kept: pair.kept.id, record: pair.merged.id, at: LATER, note: "gộp nhầm" });

beforeEach(async () => {
  pair = await twoRecords();
});

async function giveCertificate(personId: number, programme: string): Promise<void> {
  await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    const serial = newPublicId();
    await rows.certificate.create({
      data: {
        public_id: serial,
        person_id: personId,
        programme,
        framework_version_id: 1,
        serial,
        code: serial,
        issued_on: "2025-01-10",
        valid_until: "2027-01-10",
        unit_id: hungYen,
        face: "{}",
        recorded_change,
      },
    });
    await rows.manual_assignment.create({
      data: {
        person_id: personId,
        programme,
        course: "onboarding",
        due: TODAY,
        reason: "thử",
        valid_from: TODAY,
        recorded_change,
      },
    });
  });
}

describe("a merge", () => {
  it("counts everything said of the merged record for the kept one, once", async () => {
    await giveCertificate(pair.merged.personId, "onboarding");
    const heads = (await headsOf()).length;
    const headsThen = (await headsOf("2024-01-01")).length;
    expect(await mergePersons(hr, order())).toEqual({ merged: true });

    const facts = await learnerFacts(pair.kept.personId);
    expect(facts.postings.map(({ validFrom }) => validFrom)).toEqual(["2025-07-01", "2021-01-01"]);
    expect([facts.certificates.length, facts.manual.length]).toEqual([1, 1]);
    const record = await loadPersonRecord(hr, pair.kept.id, DATES, "vi");
    expect(record?.certificates).toHaveLength(1);
    expect(record?.history.map(({ kind }) => kind)).toContain("transferred");
    // the old address leads to the same record
    expect((await loadPersonRecord(hr, pair.merged.id, DATES, "vi"))?.person).toBe(pair.kept.id);

    // one head, today and then, under the kept record
    expect(await headsOf()).toHaveLength(heads);
    const then = await headsOf("2024-01-01");
    expect(then).toHaveLength(headsThen);
    expect(then.find(({ staffCode }) => staffCode === pair.kept.code)?.postings).toHaveLength(1);
    expect(then.find(({ staffCode }) => staffCode === pair.merged.code)).toBeUndefined();
    const now = (await headsOf()).find(({ staffCode }) => staffCode === pair.kept.code);
    expect(now?.certificates).toHaveLength(1);
  });

  it("lets both codes and names find the kept person, listed once", async () => {
    const listed = async (text: string) =>
      (await find(text)).filter(({ person }) => [pair.kept.id, pair.merged.id].includes(person));
    expect(await listed(pair.merged.code)).toEqual([]);
    await mergePersons(hr, order());
    expect(await listed(pair.merged.code)).toMatchObject([{ person: pair.kept.id, formerly: pair.merged.code }]);
    expect(await listed(pair.kept.code)).toMatchObject([{ person: pair.kept.id, formerly: null }]);
    expect(await listed("mo dang")).toHaveLength(1);
    expect((await find(pair.merged.code, "2023-01-01"))[0]).toMatchObject({
      person: pair.kept.id,
      name: "Đặng Thị Ngọc Mơ",
    });
    await part();
    expect(await listed(pair.merged.code)).toEqual([]);
    expect((await find(pair.merged.code, "2023-01-01"))[0]).toMatchObject({
      person: pair.merged.id,
      name: "Đặng Ngọc Mơ",
    });
  });

  it("leads either login to the kept record, each with its own permissions", async () => {
    const passwordHash = await hashPassword("mot-mat-khau-dai");
    await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
      const { accountId } = pair.merged;
      await rows.account.update({ where: { id: accountId }, data: { password_hash: passwordHash } });
      const grant = { public_id: newPublicId(), account_id: accountId, role: "unit-leader", unit_id: hungYen };
      await rows.permission_grant.create({ data: { ...grant, valid_from: "2021-01-01", recorded_change } });
    });
    expect((await viewer(pair.merged)).grants).toEqual([]);
    await mergePersons(hr, order());
    const account = await accountByPassword(pair.merged.code, "mot-mat-khau-dai");
    expect(account?.id).toBe(pair.merged.accountId);
    const [first, second] = [await viewer(pair.merged), await viewer(pair.kept)];
    expect([first.personId, second.personId]).toEqual([pair.kept.personId, pair.kept.personId]);
    expect([first.staffCode, second.staffCode]).toEqual([pair.kept.code, pair.kept.code]);
    // the kept record's post lets the account's own grant count again; the other account gains nothing
    expect(first.grants).toEqual([{ role: "unit-leader", unitId: hungYen }]);
    expect(second.grants).toEqual([]);
  });

  it("adds up attempts and lessons, and gives each its own back", async () => {
    const onboarding = (await currentCourses(TODAY)).find(({ slug }) => slug === "onboarding");
    if (!onboarding) throw new Error("no course");
    // as in the days when the merged record had a post
    const asMerged = { ...(await viewer(pair.merged)), serving: true };
    const asKept = await viewer(pair.kept);
    for (const { id } of onboarding.lessons) await completeLesson(asMerged, onboarding, id, AT);
    const first = onboarding.lessons[0]?.id ?? 0;
    await completeLesson(asKept, onboarding, first, AT);
    const started = await startAttempt(asMerged, "onboarding", AT);
    if (!started?.ok) throw new Error("not started");
    await submitAttempt(asMerged, started.publicId, "2026-11-21T02:05:00.000Z");
    expect(await startAttempt(asKept, "onboarding", AT)).toMatchObject({ refusal: { code: "lessons-open" } });

    await mergePersons(hr, order());
    const history = await attemptsOf(asKept, "onboarding", "2026-11-21T02:10:00.000Z");
    expect(history?.ended.map(({ number }) => number)).toEqual([1]);
    expect(history).toMatchObject({ lessonsLeft: 0, next: { may: false, reason: { code: "cooling-down" } } });
    const facts = await learnerFacts(pair.kept.personId);
    expect(facts.enrolments).toHaveLength(1);
    expect(facts.enrolments[0]).toMatchObject({ attempts: [{ number: 1 }] });
    expect(facts.enrolments[0]?.doneLessonIds).toHaveLength(onboarding.lessons.length);
    await flushAttemptLog();
    const next = await startAttempt(asKept, "onboarding", "2026-11-29T02:00:00.000Z");
    if (!next?.ok) throw new Error("not started again");

    // what was begun meanwhile stays with the kept record, the rest goes back
    expect(await part()).toMatchObject({ undone: true });
    const after = (await learnerFacts(pair.kept.personId)).enrolments;
    const back = (await learnerFacts(pair.merged.personId)).enrolments;
    expect(back[0]?.attempts.filter(({ end }) => end !== null).map(({ number }) => number)).toEqual([1]);
    expect(after[0]?.doneLessonIds).toEqual([first]);
    const attempt = await (await reader()).attempt.findUniqueOrThrow({ where: { public_id: next.publicId } });
    expect([attempt.person_id, attempt.number]).toEqual([pair.kept.personId, 2]);
  });

  it("is taken back exactly", async () => {
    const before = await learnerFacts(pair.merged.personId);
    const kept = await learnerFacts(pair.kept.personId);
    await mergePersons(hr, order());
    expect(await mergedRecordsOf(pair.kept.personId)).toMatchObject([{ staffCode: pair.merged.code, mergedOn: TODAY }]);
    expect(await part()).toMatchObject({ undone: true });
    expect(await mergedRecordsOf(pair.kept.personId)).toEqual([]);
    expect(await learnerFacts(pair.merged.personId)).toEqual(before);
    expect(await learnerFacts(pair.kept.personId)).toEqual(kept);
    const names = await (await reader()).person_name.count({
      where: { person_id: pair.kept.personId, retracted_change: null },
    });
    expect(names).toBe(1);
    expect(await part()).toBeNull();
    expect(await mergePersons(hr, order())).toEqual({ merged: true });
  });
});

describe("refused, with nothing written", () => {
  const refused = async (who: Viewer, wanted = order()) => {
    const before = wholeDatabase();
    const outcome = await mergePersons(who, wanted);
    expect(wholeDatabase()).toBe(before);
    return outcome.merged ? [] : outcome.problems;
  };

  it("with itself, in chains and in circles", async () => {
    expect(await refused(hr, order({ merged: pair.kept.id }))).toEqual([{ code: "same-person" }]);
    await mergePersons(hr, order());
    // the merged record's address is that of the kept person now
    expect(await refused(hr, order({ kept: pair.merged.id, merged: pair.kept.id }))).toEqual([{ code: "same-person" }]);
    const first = pair;
    pair = await twoRecords();
    expect(await refused(hr, order({ merged: first.kept.id }))).toMatchObject([{ code: "has-merged" }]);
  });

  it("while both have a main post at once, until what was recorded twice is taken back with it", async () => {
    pair = await twoRecords({ overlapping: true });
    const preview = await previewMerge(hr, pair.kept.id, pair.merged.id, TODAY, "vi");
    expect(preview?.problems).toEqual(["overlapping-primary"]);
    expect(await refused(hr)).toMatchObject([{ code: "overlapping-primary" }]);
    const dropped = preview?.overlaps.map(({ posting }) => posting) ?? [];
    expect(await mergePersons(hr, order({ dropped }))).toEqual({ merged: true });
    expect((await learnerFacts(pair.kept.personId)).postings).toHaveLength(1);
    await part();
    expect((await learnerFacts(pair.merged.personId)).postings).toHaveLength(1);
  });

  it("outside one's part of the tree, and of oneself", async () => {
    pair = await twoRecords({ unitId: thanhHoa });
    expect(await refused(provincialHr)).toBe("not-found");
    expect(await previewMerge(provincialHr, pair.kept.id, pair.merged.id, TODAY, "vi")).toBeNull();
    expect(await refused(hr, order({ merged: hr.personPublicId }))).toBe("own-record");
    expect(await refused(await viewer(pair.kept))).toBe("not-found");
    await mergePersons(hr, order());
    expect(
      await unmerge(await viewer(pair.kept), { kept: pair.kept.id, record: pair.merged.id, at: AT, note: "" }),
    ).toBeNull();
  });

  it("to all but one of those who merge the same two at once", async () => {
    const orders = Array.from({ length: 6 }, (_, index) =>
      index % 2 === 0 ? order() : order({ kept: pair.merged.id, merged: pair.kept.id }),
    );
    const outcomes = await Promise.all(orders.map((each) => mergePersons(hr, each)));
    expect(outcomes.filter(({ merged }) => merged)).toHaveLength(1);
    const once = order({ onceKey: newPublicId() });
    pair = await twoRecords();
    const twice = await Promise.all(
      [1, 2, 3].map(() => mergePersons(hr, { ...once, kept: pair.kept.id, merged: pair.merged.id })),
    );
    expect(twice).toEqual([{ merged: true }, { merged: true }, { merged: true }]);
  });
});

it("points out others of the same name within reach", async () => {
  const code = `Z-${count}`;
  const postings = [{ unitId: thanhHoa, from: "2025-01-01" }];
  await insertStaff({ staffCode: code, fullName: "Dang Thi Ngoc Mo", postings });
  const hints = await possibleDuplicates(hr, pair.kept.id, TODAY, "vi");
  expect(hints.map(({ staffCode }) => staffCode)).toContain(code);
  const near = await possibleDuplicates(provincialHr, pair.kept.id, TODAY, "vi");
  expect(near.map(({ staffCode }) => staffCode)).not.toContain(code);
});
