import type { FileReport } from "./report-file";

/** The pages whose answer can be had as a file, by their addresses. */
const PAGES: Readonly<Record<string, FileReport>> = {
  "/hr": "heat",
  "/hr/certification": "certification",
  "/reports/board": "board",
  "/people": "people",
  "/reports/board/people": "board-people",
  "/reports/programmes/people": "programme-people",
  "/reports/trends/people": "ending",
  "/hr/cell": "cell",
  "/reports/people": "figure-people",
  "/reports/posts": "posts",
};

/** The page where a report stands; a file for spreadsheets only stands with the list that it holds. */
export function pageOf(report: FileReport): string {
  const path = Object.entries(PAGES).find(([, each]) => each === report)?.[0];
  return path ?? "/hr/certification";
}

/** The report of a page; null where its answer cannot be had as a file. */
export function reportOn(path: string): FileReport | null {
  return Object.hasOwn(PAGES, path) ? (PAGES[path] ?? null) : null;
}
