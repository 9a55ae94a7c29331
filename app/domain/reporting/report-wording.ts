import { z } from "zod";
import { bilingualSchema as bilingual } from "~/domain/text/bilingual";

/** Heading and foot of an administrative report, as the house has agreed on them for a day. */
export const reportWording = z.object({
  /** the body above, in capitals as it stands on the paper */
  body: bilingual,
  /** who reports; null: the unit that the report is of */
  unit: bilingual.nullable(),
  /** where it is signed: "Hà Nội" */
  place: bilingual,
  /** behind the number that the clerk gives: "BC-TCCB" */
  number_suffix: z.string().trim().min(1).max(40),
  signer: z.object({ title: bilingual }),
  recipients: z.array(bilingual).max(10),
});
export type ReportWording = z.infer<typeof reportWording>;

/** While nobody has agreed on another. */
export const DEFAULT_REPORT_WORDING: ReportWording = {
  body: { vi: "BẢO HIỂM XÃ HỘI VIỆT NAM", en: "VIETNAM SOCIAL SECURITY" },
  unit: { vi: "BAN TỔ CHỨC CÁN BỘ", en: "PERSONNEL DEPARTMENT" },
  place: { vi: "Hà Nội", en: "Hanoi" },
  number_suffix: "BC-TCCB",
  signer: { title: { vi: "TRƯỞNG BAN", en: "DIRECTOR" } },
  recipients: [
    { vi: "Lãnh đạo Ban", en: "Heads of the department" },
    { vi: "Lưu: VT, TCCB", en: "Filed: registry, personnel" },
  ],
};
