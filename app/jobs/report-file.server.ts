import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import type { PaperWords } from "~/documents/report/report-paper.server";
import type { WrittenAs } from "~/documents/report/write-report.server";
import { writeApart } from "~/documents/report/writing-process.server";
import type { FileFormat, ReportFile } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant, showCivilDate, showTime } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { loadReportFile } from "~/models/exports/load-report-file.server";
import { reportHead } from "~/models/exports/report-head.server";

/** A file takes seconds: what has lain longer was left behind. */
const LEFT_BEHIND_MS = 60 * 60_000;

export interface FileRequest {
  order: ReportOrder;
  format: FileFormat;
  language: Language;
  at: Instant;
}

export interface MadeFile {
  /** to be deleted by whoever has read it */
  path: string;
  count: number;
}

/**
 * Makes a report's file under DATA_DIR, written by another process while the site answers. Null: the unit asked for is unknown or out of the
 * viewer's reach.
 */
export async function reportFile(viewer: Viewer, request: FileRequest): Promise<MadeFile | null> {
  const { order, format, language, at } = request;
  const file = await loadReportFile(viewer, order, language, at);
  if (!file) return null;
  const to = await newPlace(format);
  try {
    await writeApart(file, await writtenAs(viewer, file, request), to);
    return { path: to, count: file.count };
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

async function writtenAs(viewer: Viewer, file: ReportFile, { format, language, at }: FileRequest): Promise<WrittenAs> {
  const { t } = translators[language];
  if (format === "csv") return { format, words: { asOf: t("hr:column.asOf") } };
  if (format === "xlsx") return { format, words: { about: t("exports:about.title") } };
  return { format, words: await paperWords(viewer, file, language, at) };
}

async function paperWords(viewer: Viewer, file: ReportFile, language: Language, at: Instant): Promise<PaperWords> {
  const { t } = translators[language];
  const today = civilDateOf(at);
  const head = await reportHead(viewer, "export-people", today, language);
  const asOf = showCivilDate(file.asOf);
  return {
    language,
    body: head.body,
    unit: head.unit,
    number: t("exports:paper.number", { suffix: head.numberSuffix }),
    state: t("exports:paper.state"),
    motto: t("exports:paper.motto"),
    placeAndDate: t("exports:paper.placeAndDate", { place: head.place, year: today.slice(0, 4) }),
    draft: t("exports:paper.draft"),
    kind: t("exports:paper.report"),
    recipientsTitle: t("exports:paper.recipients"),
    recipients: head.recipients,
    signerTitle: head.signerTitle,
    signHint: t("exports:paper.signHint"),
    source: t("exports:paper.source", { asOf, time: showTime(at), date: showCivilDate(today), by: viewer.fullName }),
  };
}

/** A place for a new file; what others left behind is cleared away. */
async function newPlace(format: string): Promise<string> {
  const room = path.join(dataDirectory(), "reports", "files");
  await mkdir(room, { recursive: true });
  for (const name of await readdir(room)) {
    const old = await stat(path.join(room, name)).catch(() => null);
    if (old && old.mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(path.join(room, name), { force: true });
  }
  return path.join(room, `${randomBytes(12).toString("hex")}.${format}`);
}
