import type { Instant } from "~/domain/time/civil-date";
import { findStandingDecision, recordStandingDecision } from "~/models/certification/standing-decisions.server";

/** These issue by themselves; the others wait for a list that a signatory approves. */
const PROGRAMMES = [
  "onboarding",
  "communication-basic",
  "foreign-information-focal",
  "service-ethics-counter",
  "information-security",
];

/** The demo's authority to issue: an invented signatory and decision, marked as a sample on every paper. */
export async function loadDemoDecisions(at: Instant): Promise<void> {
  for (const [index, programme] of PROGRAMMES.entries()) {
    const number = `${index + 1}-MẪU/QĐ`;
    if (await findStandingDecision(programme, number)) continue;
    await recordStandingDecision(
      {
        programme,
        number,
        signedOn: "2024-01-02",
        validFrom: "2024-01-02",
        validTo: null,
        content: {
          heading: { vi: "GIẤY CHỨNG NHẬN", en: "Certificate of completion" },
          issuing_body: { vi: "Bảo hiểm xã hội Việt Nam", en: "Vietnam Social Security" },
          issuing_unit: { vi: "Ban Tổ chức cán bộ", en: "Department of Personnel and Organisation" },
          signatory_name: "Đinh Quang Thụy",
          signatory_title: { vi: "Trưởng Ban Tổ chức cán bộ", en: "Head, Department of Personnel and Organisation" },
          place: { vi: "Hà Nội", en: "Hà Nội" },
          sample: true,
        },
      },
      { at, document: number, onceKey: `demo-decision ${programme}` },
    );
  }
}
