import { PICTURE_LIMITS, type PictureKind, type PictureRefusal } from "~/domain/course/picture";

export interface Picture {
  kind: PictureKind;
  width: number;
  height: number;
}

export type ReadPicture = { ok: true; picture: Picture } | { ok: false; refusal: PictureRefusal };

/** What the bytes are, whatever their file is called. SVG is none: it can carry scripts. */
export function readPicture(bytes: Uint8Array): ReadPicture {
  if (bytes.length > PICTURE_LIMITS.bytes) return { ok: false, refusal: "picture-too-large" };
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(view);
  if (kind === null) return { ok: false, refusal: "no-picture" };
  const size = SIZES[kind](view);
  if (size === null || size.width < 1 || size.height < 1) return { ok: false, refusal: "broken-picture" };
  if (Math.max(size.width, size.height) > PICTURE_LIMITS.side) return { ok: false, refusal: "picture-too-wide" };
  return { ok: true, picture: { kind, ...size } };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function kindOf(bytes: Buffer): PictureKind | null {
  if (bytes.subarray(0, 8).equals(PNG)) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpg";
  const webp = bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return webp ? "webp" : null;
}

type Size = { width: number; height: number } | null;

const SIZES: Record<PictureKind, (bytes: Buffer) => Size> = { png: pngSize, jpg: jpgSize, webp: webpSize };

/** The header stands first, and the end chunk last: a file that was cut short is none. */
function pngSize(bytes: Buffer): Size {
  const whole =
    bytes.length >= 45 && bytes.toString("latin1", 12, 16) === "IHDR" && bytes.includes("IEND", 33, "latin1");
  return whole ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

/** The first frame header; segments before it are passed over by their lengths. */
function jpgSize(bytes: Buffer): Size {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // C4, C8 and CC are tables, not frames
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || marker === 0xda || marker === 0xd9) return null;
    at += 2 + length;
  }
  return null;
}

function webpSize(bytes: Buffer): Size {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length + 1) return null;
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8X":
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case "VP8L": {
      if (bytes[20] !== 0x2f) return null;
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}
