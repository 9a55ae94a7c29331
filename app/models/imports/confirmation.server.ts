import { mustBeNamed } from "~/domain/imports/outcome";
import type { Viewer } from "~/domain/permissions/viewer";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import type { ImportRun } from "./import-run.server";

/** What has to be agreed to before an import is carried out. */
export interface Confirmation {
  /** rows that stay out */
  refused: number;
  /** the name to be typed where it would end more than the agreed share of postings: of the unit, else one's own */
  name: string | null;
}

/** Null where there is nothing to carry out. */
export async function confirmationFor(run: ImportRun, viewer: Viewer): Promise<Confirmation | null> {
  const { summary } = run;
  if (!summary || run.state !== "tried") return null;
  const { rows } = summary;
  if (rows.new + rows.changed + rows.moved + rows.ended === 0) return null;
  return { refused: rows.refused, name: mustBeNamed(summary, summary.share) ? await nameToType(run, viewer) : null };
}

async function nameToType(run: ImportRun, viewer: Viewer): Promise<string> {
  const listed = run.reading?.choice?.fullListOf;
  const { byId } = await organisationAsOf(run.effective);
  const unit = listed ? [...byId.values()].find(({ publicId }) => publicId === listed) : undefined;
  return unit?.name.vi ?? viewer.fullName;
}

/** Typed by hand: capitals, marks and spaces are not what it is about. */
export function isTyped(name: string, typed: string): boolean {
  return foldForSearch(typed) === foldForSearch(name);
}
