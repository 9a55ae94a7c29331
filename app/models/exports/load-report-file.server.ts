import type { TFunction } from "i18next";
import type { FileReport, ReportFile } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { aboutReport, narrowedSentence } from "./about-report.server";
import { boardFile } from "./board-file.server";
import { cellFile } from "./cell-file.server";
import { certificationFile } from "./certification-file.server";
import { boardPeopleFile, endingFile, programmePeopleFile } from "./duty-list-files.server";
import { figurePeopleFile } from "./figure-people-file.server";
import type { FileContent } from "./file-content.server";
import { heatFile } from "./heat-file.server";
import { peopleFile } from "./people-file.server";
import { postsFile } from "./posts-file.server";
import { provincesFile } from "./provinces-file.server";

const CONTENTS: Record<
  FileReport,
  (viewer: Viewer, order: ReportOrder, language: Language, t: TFunction) => Promise<FileContent | null>
> = {
  certification: certificationFile,
  board: boardFile,
  heat: heatFile,
  people: peopleFile,
  provinces: provincesFile,
  "board-people": boardPeopleFile,
  "programme-people": programmePeopleFile,
  ending: endingFile,
  cell: cellFile,
  "figure-people": figurePeopleFile,
  posts: postsFile,
};

/**
 * A report as it goes into a file: the question of its page, answered within what the viewer may export. Null when the unit asked
 * for is unknown or out of that reach.
 */
export async function loadReportFile(
  viewer: Viewer,
  order: ReportOrder,
  language: Language,
  at: Instant,
): Promise<ReportFile | null> {
  const { t } = translators[language];
  const content = await CONTENTS[order.report](viewer, order, language, t);
  if (!content) return null;
  const { reach, filters, ...file } = content;
  const title = reach === null ? file.title : `${file.title}: ${reach}`;
  const about = aboutReport(t, order, {
    title: file.title,
    reach: reach ?? t("hr:all"),
    count: file.count,
    filters,
    by: viewer.fullName,
    at,
  });
  const narrowed = narrowedSentence(t, order, content);
  const sentences = narrowed === null ? file.sentences : [...file.sentences, narrowed];
  return { ...file, sentences, report: order.report, title, unit: order.query.unit, asOf: order.query.asOf, about };
}
