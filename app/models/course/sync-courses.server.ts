import { writeActivityPackage } from "~/content/activity-package.server";
import { canonicalJson, contentHash } from "~/content/canonical-json.server";
import type { ReadCourses } from "~/content/course-package.server";
import { keepFile } from "~/documents/kept-files.server";
import { beginningOf, FRAMEWORK_KINDS, type FrameworkKind } from "~/domain/course/frameworks";
import type { Instant } from "~/domain/time/civil-date";
import { type Rows, reader, recordChange } from "../database.server";
import { type CourseRecord, courseRecord } from "./course-record.server";
import { writeCourseVersion } from "./write-course-version.server";

/** What a run wrote and what it found known. */
export interface SyncSummary {
  /** null: nothing was new, and nothing was written */
  changeId: number | null;
  frameworks: FrameworkKind[];
  courses: { slug: string; number: string; versionId: number }[];
  /** kinds and slugs whose newest version is what the files say */
  unchanged: string[];
  /** kinds and slugs whose files say what an older version said: to go back, give the file a new `version` */
  older: string[];
}

/**
 * Records what is new in the files as immutable versions, in one change for the whole run. What is known by its hash is
 * left alone, so that a second run writes nothing. H5P packages and pictures lie in their place before the versions that name them.
 * @throws Error when a course would change its track; then nothing is recorded
 */
export async function syncCourses(read: ReadCourses, at: Instant): Promise<SyncSummary> {
  const wanted = {
    frameworks: FRAMEWORK_KINDS.map((kind) => frameworkRecord(read, kind)),
    courses: read.courses.map(courseRecord),
  };
  // also for courses that are known: a package or picture that was lost comes back
  for (const { packages } of read.courses) {
    for (const { vi, en } of packages.values()) for (const each of [vi, en]) writeActivityPackage(each);
  }
  for (const { pictures } of read.courses) for (const { bytes } of pictures) await keepFile("pictures", bytes);
  const before = await compare(wanted, await reader());
  if (nothingNew(before)) return nothingWritten(before);
  try {
    return await recordChange({ kind: "courses-synced", at }, (rows, changeId) => write(wanted, rows, changeId));
  } catch (error) {
    if (error instanceof RecordedMeanwhile) return nothingWritten(error.compared);
    throw error;
  }
}

/** Another process recorded the same between our look and our turn: the change is rolled back. */
class RecordedMeanwhile extends Error {
  constructor(readonly compared: Compared) {
    super("recorded meanwhile");
  }
}

function nothingWritten({ unchanged, older }: Compared): SyncSummary {
  return { changeId: null, frameworks: [], courses: [], unchanged, older };
}

async function write(wanted: Wanted, rows: Rows, changeId: number): Promise<SyncSummary> {
  const compared = await compare(wanted, rows);
  if (nothingNew(compared)) throw new RecordedMeanwhile(compared);
  for (const { kind, hash, content, version } of compared.frameworks) {
    const number = version ?? String(1 + (await rows.framework_version.count({ where: { kind } })));
    const valid_from = beginningOf(content);
    await rows.framework_version.create({
      data: { kind, number, hash, valid_from, content: canonicalJson(content), recorded_change: changeId },
    });
  }
  const courses: SyncSummary["courses"] = [];
  for (const record of compared.courses) {
    const versionId = await writeCourseVersion(record, rows, changeId);
    courses.push({ slug: record.slug, number: record.read.course.manifest.version, versionId });
  }
  const { unchanged, older } = compared;
  return { changeId, frameworks: compared.frameworks.map(({ kind }) => kind), courses, unchanged, older };
}

function frameworkRecord({ frameworks }: ReadCourses, kind: FrameworkKind) {
  const content = frameworks[kind];
  return { kind, content, hash: contentHash(content), version: "version" in content ? content.version : null };
}

type FrameworkRecord = ReturnType<typeof frameworkRecord>;

interface Wanted {
  frameworks: FrameworkRecord[];
  courses: CourseRecord[];
}

/** What is new, and the names of what is known. */
interface Compared extends Wanted {
  unchanged: string[];
  older: string[];
}

async function compare(
  { frameworks, courses }: Wanted,
  rows: Pick<Rows, "framework_version" | "course_version" | "course">,
): Promise<Compared> {
  const order = { orderBy: { id: "asc" } } as const;
  const kinds = await rows.framework_version.findMany({ select: { kind: true, hash: true }, ...order });
  const slugs = new Map((await rows.course.findMany()).map(({ id, slug }) => [id, slug]));
  const versions = await rows.course_version.findMany({ select: { course_id: true, hash: true }, ...order });
  const known = new Map<string, string[]>();
  const note = (name: string, hash: string) => known.set(name, [...(known.get(name) ?? []), hash]);
  for (const { kind, hash } of kinds) note(`framework ${kind}`, hash);
  for (const { course_id, hash } of versions) note(`course ${slugs.get(course_id)}`, hash);

  const compared: Compared = { frameworks: [], courses: [], unchanged: [], older: [] };
  const isNew = (name: string, kindOrSlug: string, hash: string): boolean => {
    const hashes = known.get(name) ?? [];
    if (hashes.at(-1) === hash) compared.unchanged.push(kindOrSlug);
    else if (hashes.includes(hash)) compared.older.push(kindOrSlug);
    else return true;
    return false;
  };
  compared.frameworks = frameworks.filter(({ kind, hash }) => isNew(`framework ${kind}`, kind, hash));
  compared.courses = courses.filter(({ slug, hash }) => isNew(`course ${slug}`, slug, hash));
  return compared;
}

function nothingNew({ frameworks, courses }: Compared): boolean {
  return frameworks.length === 0 && courses.length === 0;
}
