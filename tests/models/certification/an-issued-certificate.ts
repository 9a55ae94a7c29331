import type { Viewer } from "~/domain/permissions/viewer";
import { type Certificate, certificatesOf } from "~/models/certification/certificates.server";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { recordChange } from "~/models/database.server";
import { PASSED_AT, writePass, writePerson } from "./a-passed-exam";

/** Somebody who passed the exam of "focal" on 15 September 2026, and the certificate that they have for it. */
export async function issuedTo(fullName: string, unitId: number): Promise<Certificate> {
  const pass = await writePass(await writePerson(fullName, unitId), "foreign");
  await recordChange({ kind: "test", at: PASSED_AT }, (rows, changeId) => earnFromPass(rows, changeId, pass));
  const [issued] = await certificatesOf(pass.personId);
  if (!issued) throw new Error("nothing was issued");
  return issued;
}

/** What happens to a certificate later, put straight into the database. */
export function writeEvent(certificateId: number, kind: "revoked" | "reinstated" | "superseded", onDate: string) {
  return recordChange({ kind: "test", at: PASSED_AT }, async (rows, recorded_change) => {
    await rows.certificate_event.create({
      data: { certificate_id: certificateId, kind, on_date: onDate, recorded_change },
    });
  });
}

/** A holder as the site would know them. */
export function holder(personId: number): Viewer {
  return {
    accountId: personId,
    personId,
    personPublicId: "",
    fullName: "",
    staffCode: "",
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    delegations: [],
    grants: [],
  };
}
