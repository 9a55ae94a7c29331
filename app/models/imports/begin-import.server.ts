import { keepFile } from "~/documents/kept-files.server";
import type { ImportKind } from "~/domain/imports/fields";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "../database.server";

export interface NewImport {
  kind: ImportKind;
  fileName: string;
  bytes: Uint8Array;
  effective: CivilDate;
  at: Instant;
  /** also the public id of the import: a second submit of the same form finds the first one's */
  onceKey: string;
}

/** Keeps a file and notes that it is to be brought in. Nothing of it is read yet. @returns the public id of the import */
export async function beginImport(viewer: Viewer, { kind, fileName, bytes, effective, at, onceKey }: NewImport) {
  const sha256 = await keepFile("imports", bytes);
  const act = { kind: "import-begun", at, actorId: viewer.accountId, effective, onceKey: `import ${onceKey} begun` };
  try {
    await recordChange(act, (rows, changeId) =>
      rows.import_run.create({
        data: {
          public_id: onceKey,
          kind,
          file_name: fileName.slice(0, 200),
          sha256,
          bytes: bytes.length,
          account_id: viewer.accountId,
          effective,
          at,
          recorded_change: changeId,
        },
      }),
    );
  } catch (error) {
    const client = await reader();
    const own = { public_id: onceKey, account_id: viewer.accountId };
    if (!isDuplicate(error) || (await client.import_run.count({ where: own })) === 0) throw error;
  }
  return onceKey;
}
