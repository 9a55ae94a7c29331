import { z } from "zod";
import type { Bilingual } from "~/domain/text/bilingual";

/**
 * By what authority someone signs, as administrative papers print it before the title (form of Nghị định 30/2020/NĐ-CP): on behalf of
 * the body, for its head as a deputy, by order, by authorisation, as acting head; "none": as the head.
 */
export const AUTHORITIES = ["none", "TM", "KT", "TL", "TUQ", "Q"] as const;
export type Authority = (typeof AUTHORITIES)[number];

const ENGLISH: Record<Exclude<Authority, "none">, string> = {
  TM: "On behalf of",
  KT: "For",
  TL: "By order of",
  TUQ: "By authorisation of",
  Q: "Acting",
};

const bothLanguages = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/** Who signs papers, for which body: what stands under a certificate. */
export const signatoryContent = z
  .object({
    issuing_body: bothLanguages,
    issuing_unit: bothLanguages,
    authority: z.enum(AUTHORITIES),
    /** whose authority it is: the body ("TM. …") or its head ("KT. GIÁM ĐỐC"); null where one signs as the head or as acting head */
    authority_of: bothLanguages.nullable(),
    name: z.string().min(1),
    title: bothLanguages,
    /** by which they may sign */
    decision: z.object({ number: z.string().min(1), signed_on: z.iso.date() }),
    place: bothLanguages,
    sample: z.boolean(),
  })
  .refine(({ authority, authority_of }) => needsPrincipal(authority) === (authority_of !== null), {
    path: ["authority_of"],
  });
export type SignatoryContent = z.infer<typeof signatoryContent>;

/** Whether the authority names somebody else than who signs. */
export function needsPrincipal(authority: Authority): boolean {
  return authority !== "none" && authority !== "Q";
}

/**
 * The line above the title: "KT. GIÁM ĐỐC", in English "For the Director". Null where nothing stands there.
 * An acting head has it within the title: see `signingTitle`.
 */
export function authorityLine({
  authority,
  authority_of,
}: Pick<SignatoryContent, "authority" | "authority_of">): Bilingual | null {
  if (authority === "none" || authority === "Q" || authority_of === null) return null;
  const vi = `${authority}. ${authority_of.vi.toLocaleUpperCase("vi")}`;
  return { vi, en: `${ENGLISH[authority]} ${authority_of.en}` };
}

/** The title as it is signed: "Q. Giám đốc", "Acting Director" for an acting head, else the title itself. */
export function signingTitle({ authority, title }: Pick<SignatoryContent, "authority" | "title">): Bilingual {
  return authority === "Q" ? { vi: `Q. ${title.vi}`, en: `${ENGLISH.Q} ${title.en}` } : title;
}
