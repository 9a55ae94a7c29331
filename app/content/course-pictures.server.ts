import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PICTURE_LIMITS, type PictureRefusal } from "~/domain/course/picture";
import type { Question } from "~/domain/course/question";
import { readPicture } from "./picture.server";
import type { ProblemList } from "./problem-list.server";

/** A picture of a course's folder. */
export interface CoursePicture {
  file: string;
  bytes: Uint8Array;
  /** the name under which its bytes are kept: "<sha256>.<kind>" */
  kept: string;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,70}\.(png|jpg|webp)$/;
const WORDS: Record<PictureRefusal, string> = {
  "no-picture": "the file is no PNG, JPEG or WebP",
  "broken-picture": "the picture is damaged",
  "picture-too-large": `a picture has at most ${PICTURE_LIMITS.bytes / 1024 / 1024} MB`,
  "picture-too-wide": `a picture has at most ${PICTURE_LIMITS.side} pixels a side`,
};

/** The files of `pictures/` by their names; those with problems are null. */
export function readCoursePictures(directory: string, problems: ProblemList): Map<string, CoursePicture | null> {
  const pictures = new Map<string, CoursePicture | null>();
  for (const name of existsSync(directory) ? readdirSync(directory).sort() : []) {
    const file = path.join(directory, name);
    const read = NAME.test(name)
      ? pictureIn(file)
      : "a picture is named in lower-case words joined by “-”, .png, .jpg or .webp";
    if (typeof read === "string") problems.add(file, 1, read);
    pictures.set(name, typeof read === "string" ? null : read);
  }
  return pictures;
}

function pictureIn(file: string): CoursePicture | string {
  const bytes = readFileSync(file);
  const read = readPicture(bytes);
  if (!read.ok) return WORDS[read.refusal];
  const { kind } = read.picture;
  if (!file.endsWith(`.${kind}`)) return `the file is a ${kind.toUpperCase()}: name it .${kind}`;
  return { file, bytes, kept: `${createHash("sha256").update(bytes).digest("hex")}.${kind}` };
}

/** The names of files that a question shows, with the place of each among its figures. */
export function picturesOf({ figures = [] }: Question): { name: string; figure: number }[] {
  return figures.flatMap((each, figure) => ("picture" in each ? [{ name: each.picture, figure }] : []));
}

/** A question that names its pictures as they are kept, so that another picture is another version of it. */
export function withKeptPictures<T extends Question>(
  question: T,
  pictures: ReadonlyMap<string, CoursePicture | null>,
): T {
  if (!question.figures) return question;
  const figures = question.figures.map((each) =>
    "picture" in each ? { ...each, picture: pictures.get(each.picture)?.kept ?? each.picture } : each,
  );
  return { ...question, figures };
}
