import { beforeAll, describe, expect, it } from "vitest";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import {
  type DutyChange,
  dutyChanges,
  type RuleChangePlan,
  touchedProgrammes,
  touchedRules,
  touches,
} from "~/domain/enrolment/rule-preview";
import { addDays } from "~/domain/time/civil-date";
import { reader, recordChange } from "~/models/database.server";
import { dutyRules } from "~/models/enrolment/duty-rules.server";
import { newPublicId } from "~/models/public-id.server";
import type { Scope } from "~/models/reporting/scope-units.server";
import { PREVIEW_PAGE, previewRules } from "~/models/rules/preview-rule.server";
import { ruleSubjects, subjectFacts } from "~/models/rules/rule-subjects.server";
import { rulesAsOf } from "~/models/rules/rules-in-force.server";
import { HOUSE_TODAY, openHouse } from "../../fixtures/a-house";
import { insertStaff } from "../../fixtures/staff";
import "../database-for-test";

const EVERYONE: Scope = { key: "all", units: "all", has: () => true };
const PROGRAMME = "service-ethics-counter";
const NAMES = ["Đỗ Văn Ân", "Bùi Thị Hạnh", "Nguyễn Văn An", "Trần Thị Ánh", "Lê Hữu Phước", "Nguyễn Văn Án"];
const POSITIONS = ["leader", "one-stop-officer", "communication-officer"];
let plan: RuleChangePlan;

/** A hundred and twenty people: of some something is known, so that they are asked about one by one. */
beforeAll(async () => {
  const unit = await openHouse();
  const units = ["bhxh-hung-yen-2025", "bhxh-thanh-hoa", "vss"].map((key) => unit(key).id);
  for (let index = 0; index < 120; index += 1) {
    const position = POSITIONS[index % 3] ?? "leader";
    const from = addDays(HOUSE_TODAY, -((index * 37) % 400));
    const posting = { unitId: units[index % 4 === 0 ? 2 : index % 2] ?? 0, position, oneStop: index % 3 === 1, from };
    const { personId } = await insertStaff({
      staffCode: `P-${index}`,
      fullName: NAMES[(index * 5) % NAMES.length],
      postings: index % 10 === 0 ? [posting, { ...posting, position: "leader" }] : [posting],
    });
    await recordChange({ kind: "test", at: "2026-01-02T00:00:00.000Z" }, async (rows, recorded_change) => {
      const dated = { person_id: personId, valid_from: "2026-06-01", recorded_change };
      const known = { ...dated, programme: PROGRAMME, reason: "QĐ" };
      if (index % 7 === 1) await rows.waiver.create({ data: known });
      if (index % 7 === 2) await rows.due_extension.create({ data: { ...known, due: "2027-05-04" } });
      if (index % 7 === 3) {
        await rows.manual_assignment.create({ data: { ...known, course: "service-ethics", due: "2026-12-31" } });
      }
      if (index % 7 === 4) {
        const away = { public_id: newPublicId(), kind: "maternity", valid_to: "2027-03-01" };
        await rows.absence.create({ data: { ...dated, ...away } });
      }
    });
  }
  const before = await rulesAsOf(HOUSE_TODAY);
  const words = { vi: "Mới", en: "New" };
  const fresh: AssignmentRule = {
    key: "fresh",
    title: words,
    reason: words,
    issuer: words,
    document: "QĐ",
    valid_from: HOUSE_TODAY,
    valid_to: null,
    when: {
      any: [{ all: [{ position: ["leader"] }, { tenure_at_least: 90 }] }, { under: [unit("bhxh-thanh-hoa").publicId] }],
    },
    assigns: { programme: PROGRAMME, course: "service-ethics" },
    due_days: 10,
  };
  const ended = before.find(({ assigns }) => assigns.programme === PROGRAMME);
  if (!ended) throw new Error("no rule to end");
  plan = {
    on: HOUSE_TODAY,
    before,
    after: [...before.map((rule) => (rule === ended ? { ...rule, valid_to: HOUSE_TODAY } : rule)), fresh],
  };
}, 120_000);

/** Everyone asked alone, and all of them put in order: what the preview says must be this. */
async function oneByOne() {
  const rules = await dutyRules(plan.on);
  const programmes = touchedProgrammes(plan);
  const factsOf = await subjectFacts(programmes, plan.on, () => true);
  const nothing = { manual: [], waivers: [], extensions: [], absences: [], certificates: [], eligible: [] };
  const names = await (await reader()).person_name.findMany();
  const people = await (await reader()).person.findMany();
  const found: { key: string; id: number; staffCode: string; change: DutyChange }[] = [];
  let meant = 0;
  for (const subject of (await ruleSubjects(EVERYONE, plan.on)).values()) {
    if (!touches(touchedRules(plan), subject, rules, plan.on)) continue;
    meant += 1;
    const id = subject.personId;
    const key = names.find(({ person_id }) => person_id === id)?.sort_key ?? "";
    const staffCode = people.find((person) => person.id === id)?.staff_code ?? "";
    const facts = { ...subject, ...(factsOf(id) ?? nothing) };
    for (const change of dutyChanges(facts, plan, programmes, rules)) found.push({ key, id, staffCode, change });
  }
  found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  return { meant, lines: found.map(({ staffCode, change }) => ({ staffCode, change })) };
}

describe("the preview of a rule", () => {
  it("says of everyone what asking them one by one says, page by page, by name", async () => {
    const { meant, lines } = await oneByOne();
    expect(lines.length).toBeGreaterThan(PREVIEW_PAGE);
    const pages = Math.ceil(lines.length / PREVIEW_PAGE);
    const shown: typeof lines = [];
    for (let page = 1; page <= pages; page += 1) {
      const preview = await previewRules(EVERYONE, plan, "vi", page);
      expect(preview).toMatchObject({ people: meant, total: lines.length, pages });
      shown.push(...(preview?.lines ?? []).map(({ staffCode, change }) => ({ staffCode, change })));
    }
    expect(shown).toEqual(lines);
    expect(await previewRules(EVERYONE, plan, "vi", pages + 1)).toBeNull();
    const kinds = new Set(lines.map(({ change }) => change.kind));
    expect([...kinds].sort()).toEqual(["earned", "ended", "moved", "new"]);
  });
});
