import type { Choice, Reading } from "~/domain/imports/reading";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { writeRows } from "../database.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { scopeOf } from "../reporting/scope-units.server";
import type { ImportRun } from "./import-run.server";

/**
 * Notes what the columns of an import are; an earlier dry run counts no more. False where it has been carried out, or where the unit
 * is not the viewer's.
 */
export async function chooseColumns(run: ImportRun, viewer: Viewer, choice: Choice, at: Instant): Promise<boolean> {
  if (!run.reading || run.changeId !== null || run.state === "running") return false;
  if (run.kind === "units" && !hasPower(viewer, "change-organisation")) return false;
  if (choice.fullListOf !== null) {
    const scope = await scopeOf(viewer, "import-people", civilDateOf(at));
    const { byId } = await organisationAsOf(run.effective);
    const unit = [...byId.values()].find(({ publicId }) => publicId === choice.fullListOf);
    if (!unit || !scope.has(unit.id)) return false;
  }
  const reading: Reading = { ...run.reading, choice };
  const written = await writeRows((rows) =>
    rows.import_run.updateMany({
      where: { id: run.id, change_id: null },
      data: { reading: JSON.stringify(reading), summary: null },
    }),
  );
  return written.count === 1;
}
