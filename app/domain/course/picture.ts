export const PICTURE_KINDS = ["png", "jpg", "webp"] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export const PICTURE_LIMITS = { bytes: 2 * 1024 * 1024, side: 4000 } as const;

/** Why bytes are not kept as a picture. */
export const PICTURE_REFUSALS = ["no-picture", "broken-picture", "picture-too-large", "picture-too-wide"] as const;
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number];

/** The name of kept bytes, "<sha256>.<kind>", in its parts; null for any other. */
export function readPictureName(name: string): { sha256: string; kind: PictureKind } | null {
  const [, sha256, ending] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? [];
  const kind = PICTURE_KINDS.find((each) => each === ending);
  return sha256 && kind ? { sha256, kind } : null;
}
