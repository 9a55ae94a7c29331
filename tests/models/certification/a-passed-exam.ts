import type { DecisionContent, StandingDecision } from "~/domain/certification/standing-decision";
import { recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";

/** When the exams of these tests are passed: 15 September 2026, early in the morning in Hà Nội. */
export const PASSED_AT = "2026-09-14T23:30:00.000Z";

const title = { vi: "Chương trình tập huấn nội bộ", en: "Internal training programme" };
const programme = (key: string, months: number | null, courses: string[]) => ({
  key,
  track: "foreign-information",
  title,
  short: title,
  requires: { all_of: courses.map((exam_of) => ({ exam_of })) },
  validity_months: months,
  renewal_window_days: 90,
  default_basis: title,
});

const content: DecisionContent = {
  issuing_body: { vi: "Bảo hiểm xã hội Việt Nam", en: "Vietnam Social Security" },
  issuing_unit: { vi: "Ban Tổ chức cán bộ", en: "Department of Personnel" },
  signatory_name: "Đinh Quang Thụy",
  signatory_title: { vi: "Trưởng Ban", en: "Director" },
  place: { vi: "Hà Nội", en: "Hà Nội" },
  heading: { vi: "Giấy chứng nhận", en: "Certificate" },
  sample: true,
};

export function decisionFor(programme: string, more: Partial<StandingDecision> = {}): StandingDecision {
  return {
    programme,
    number: "12/QĐ-MẪU",
    signedOn: "2026-01-05",
    validFrom: "2026-01-10",
    validTo: null,
    content,
    ...more,
  };
}

/** Rules, courses and one unit, written once for a test file. */
export function writeFramework(): Promise<{ unitId: number; otherUnitId: number }> {
  return recordChange({ kind: "test", at: PASSED_AT }, async (rows, recorded_change) => {
    const programmes = [
      programme("focal", 24, ["foreign"]),
      programme("undecided", null, ["ethics"]),
      programme("both", 12, ["first", "second"]),
    ];
    await rows.framework_version.create({
      data: {
        kind: "certifications",
        number: "1",
        hash: "1",
        valid_from: "2017-01-01",
        content: JSON.stringify({ version: "1", valid_from: "2017-01-01", programmes }),
        recorded_change,
      },
    });
    for (const slug of ["foreign", "ethics", "first", "second"]) {
      const course = await rows.course.create({ data: { slug, track: "onboarding", recorded_change } });
      const evidence = [
        { competency: `${slug}-rules`, level: 3 },
        { competency: "clarification", level: 2 },
      ];
      await rows.course_version.create({
        data: {
          course_id: course.id,
          number: "1",
          hash: slug,
          change_kind: "material",
          valid_from: "2026-01-01",
          content: JSON.stringify({ evidence, title: { vi: slug, en: slug } }),
          exam: "{}",
          recorded_change,
        },
      });
    }
    const unit = async (key: string, name: string) => {
      const { id } = await rows.unit.create({
        data: { public_id: newPublicId(), level: "PROVINCIAL", key, recorded_change },
      });
      const names = { name_vi: name, name_en: `${name} (en)`, short_vi: name, short_en: name, folded: name };
      await rows.unit_name.create({
        data: { unit_id: id, ...names, valid_from: "2025-07-01", valid_to: null, recorded_change },
      });
      return id;
    };
    return { unitId: await unit("u1", "BHXH tỉnh Một"), otherUnitId: await unit("u2", "BHXH tỉnh Hai") };
  });
}

let people = 0;

/** A new person with a primary post in the unit since 2026. */
export function writePerson(fullName: string, unitId: number): Promise<number> {
  return recordChange({ kind: "test", at: PASSED_AT }, async (rows, recorded_change) => {
    const staff_code = `T${++people}`;
    const { id: person_id } = await rows.person.create({
      data: { public_id: newPublicId(), staff_code, recorded_change },
    });
    await rows.person_name.create({
      data: { person_id, full_name: fullName, folded: "", sort_key: "", valid_from: "2020-01-01", recorded_change },
    });
    const { id: post_id } = await rows.post.create({
      data: {
        public_id: newPublicId(),
        unit_id: unitId,
        position: "foreign-information-focal",
        valid_from: "2026-01-01",
        recorded_change,
      },
    });
    await rows.posting.create({
      data: {
        public_id: newPublicId(),
        person_id,
        post_id,
        kind: "primary",
        valid_from: "2026-01-01",
        recorded_change,
      },
    });
    return person_id;
  });
}

let attempts = 0;

/** A passed attempt with its result, as the exam records it; what it earns is left to the test. */
export function writePass(personId: number, courseSlug: string, passedAt = PASSED_AT) {
  return recordChange({ kind: "test", at: passedAt }, async (rows, recorded_change) => {
    const course = await rows.course.findUniqueOrThrow({ where: { slug: courseSlug } });
    const version = await rows.course_version.findFirstOrThrow({ where: { course_id: course.id } });
    const { id: attemptId } = await rows.attempt.create({
      data: {
        public_id: newPublicId(),
        person_id: personId,
        enrolment_id: 1,
        course_version_id: version.id,
        number: ++attempts,
        started_at: passedAt,
        deadline_at: passedAt,
        paper: "{}",
        recorded_change,
      },
    });
    const marks = { score: 9, max_score: 10, passed: true, marks: "[]" };
    await rows.attempt_result.create({
      data: { attempt_id: attemptId, ended_at: passedAt, ended_by: "submit", ...marks, recorded_change },
    });
    return { personId, attemptId, courseSlug, courseVersionId: version.id, passedAt };
  });
}
