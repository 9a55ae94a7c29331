import "../database-for-test";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import { findBank } from "~/models/bank/bank-entries.server";
import { keepPicture, pictureExists, pictureOf } from "~/models/bank/pictures.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { type CourseFilesFixture, courseFiles } from "../../fixtures/course-files";
import { author, outsider } from "./bank-people";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const PNG = "courses/communication-skills/pictures/questions-by-topic.png";
const bytes = readFileSync(PNG);
const kept = `${createHash("sha256").update(bytes).digest("hex")}.png`;

let files: CourseFilesFixture;
const place = (name: string) => path.join(files.directory, "ethics/pictures", name);
const FIGURE = "figures: [{ picture: chart.png, alt: { vi: hình, en: picture } }]";

beforeEach(() => {
  files = courseFiles();
  mkdirSync(path.join(files.directory, "ethics/pictures"));
});

function showing(figure: string): void {
  // the first field of the first question
  const text = readFileSync(path.join(files.directory, "ethics/questions.yaml"), "utf8");
  const [, indent = "    "] = /\n( +)type: /.exec(text) ?? [];
  files.write("ethics/questions.yaml", text.replace(/\n( +)type: /, `\n${indent}${figure}\n${indent}type: `));
}

const problems = () => {
  try {
    readCourses(files.directory);
    return "";
  } catch (error) {
    return String(error).replaceAll(`${files.directory}/`, "");
  }
};

describe("pictures of a course's files", () => {
  it("are kept by their hash, under which the question names them", async () => {
    cpSync(PNG, place("chart.png"));
    showing(FIGURE);
    const first = await syncCourses(readCourses(files.directory), AT);
    expect(first.courses).toHaveLength(2);
    const entries = [...((await findBank("ethics", TODAY))?.entries.values() ?? [])];
    expect(entries.flatMap(({ question }) => question.figures ?? [])).toEqual([
      { picture: kept, alt: { vi: "hình", en: "picture" } },
    ]);
    expect(await pictureOf(kept)).toEqual({ bytes, mediaType: "image/png" });
    expect((await syncCourses(readCourses(files.directory), AT)).changeId).toBeNull();
    // another picture under the same name is another version of the question
    writeFileSync(place("chart.png"), Buffer.concat([bytes, Buffer.from("x")]));
    expect((await syncCourses(readCourses(files.directory), AT)).courses.map(({ slug }) => slug)).toContain("ethics");
  });

  it("that are missing, not shown or no pictures are refused with file and line", () => {
    showing(FIGURE);
    expect(problems()).toMatch(/ethics\/questions\.yaml:\d+: no file pictures\/chart\.png/);
    writeFileSync(place("chart.png"), "<svg/>");
    expect(problems()).toMatch(/ethics\/pictures\/chart\.png:1: the file is no PNG, JPEG or WebP/);
    cpSync(PNG, place("chart.png"));
    cpSync(PNG, place("other.png"));
    cpSync(PNG, place("wrong.jpg"));
    cpSync(PNG, place("Hình 1.png"));
    expect(problems()).toMatch(/pictures\/other\.png:1: no question shows this picture/);
    expect(problems()).toMatch(/pictures\/wrong\.jpg:1: the file is a PNG: name it \.png/);
    expect(problems()).toMatch(/Hình 1\.png:1: a picture is named/);
  });
});

describe("a kept picture", () => {
  it("is an author's to bring, and is found by its whole name only", async () => {
    expect(await keepPicture(outsider, bytes)).toBeNull();
    expect(await keepPicture(author, Buffer.from("<svg/>"))).toEqual({ ok: false, refusal: "no-picture" });
    expect(await keepPicture(author, bytes)).toEqual({ ok: true, name: kept });
    expect(await pictureExists(kept)).toBe(true);
    for (const name of [kept.replace(".png", ".jpg"), kept.replace(".png", ""), `${"0".repeat(64)}.png`, "../x.png"]) {
      expect(await pictureOf(name)).toBeNull();
    }
  });
});
