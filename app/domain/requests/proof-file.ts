/** Proof that may come with a request: recognised by its first bytes, never by its name. */
export const PROOF_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type ProofType = (typeof PROOF_TYPES)[number];

export const MOST_PROOF_FILES = 3;
/** in bytes */
export const LARGEST_PROOF = 5 * 1024 * 1024;

const BEGINNINGS: readonly { type: ProofType; bytes: readonly number[] }[] = [
  { type: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** What a file is by its contents; null where it is none of the kinds taken. */
export function proofTypeOf(contents: Uint8Array): ProofType | null {
  return BEGINNINGS.find(({ bytes }) => bytes.every((byte, index) => contents[index] === byte))?.type ?? null;
}
