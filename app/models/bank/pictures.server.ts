import { access } from "node:fs/promises";
import { readPicture } from "~/content/picture.server";
import { keepFile, keptFile, readKeptFile } from "~/documents/kept-files.server";
import { type PictureKind, type PictureRefusal, readPictureName } from "~/domain/course/picture";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";

const MEDIA_TYPES: Record<PictureKind, string> = { png: "image/png", jpg: "image/jpeg", webp: "image/webp" };

/** Bytes of a kept picture by its name, which nobody can guess who was not shown it; null: there is none. */
export async function pictureOf(name: string): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const read = readPictureName(name);
  if (read === null || !(await pictureExists(name))) return null;
  const bytes = await readKeptFile("pictures", read.sha256);
  const picture = readPicture(bytes);
  return picture.ok && picture.picture.kind === read.kind ? { bytes, mediaType: MEDIA_TYPES[read.kind] } : null;
}

export async function pictureExists(name: string): Promise<boolean> {
  const read = readPictureName(name);
  if (read === null) return false;
  return access(keptFile("pictures", read.sha256)).then(
    () => true,
    () => false,
  );
}

/** Keeps a picture that an author brings, as it is. @returns the name by which questions show it; null: no such power */
export async function keepPicture(
  viewer: Viewer,
  bytes: Uint8Array,
): Promise<{ ok: true; name: string } | { ok: false; refusal: PictureRefusal } | null> {
  if (!hasPower(viewer, "edit-questions")) return null;
  const read = readPicture(bytes);
  if (!read.ok) return read;
  return { ok: true, name: `${await keepFile("pictures", bytes)}.${read.picture.kind}` };
}
