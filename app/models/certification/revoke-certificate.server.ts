import type { RevocationCause } from "~/domain/certification/life-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf } from "~/domain/time/civil-date";
import { giveBackEvidence, takeBackEvidence } from "~/models/competency/record-evidence.server";
import { actOnCertificate, type LifeOrder, type LifeOutcome } from "./act-on-certificate.server";
import { earnWhatIsDue } from "./earn.server";
import { retractEligibility } from "./retract-eligibility.server";

/** Takes a certificate back from today on, and with it the levels that it proved and what waits because of it. */
export function revokeCertificate(
  viewer: Viewer,
  publicId: string,
  order: LifeOrder & { cause: RevocationCause },
): Promise<LifeOutcome> {
  return actOnCertificate(viewer, publicId, "revoke", order, async (rows, changeId, { id }) => {
    await rows.certificate_event.create({
      data: {
        certificate_id: id,
        kind: "revoked",
        on_date: civilDateOf(order.at),
        cause: order.cause,
        reason: order.reason,
        recorded_change: changeId,
      },
    });
    await takeBackEvidence(rows, changeId, { certificateId: id });
    await retractEligibility(rows, changeId, `certificate:${id}`);
  });
}

/** A revoked certificate holds again from today on, and with it what it proved; what it completes is given in the same change. */
export function reinstateCertificate(viewer: Viewer, publicId: string, order: LifeOrder): Promise<LifeOutcome> {
  return actOnCertificate(viewer, publicId, "reinstate", order, async (rows, changeId, { id, personId }) => {
    const taken = await rows.certificate_event.findMany({
      where: { certificate_id: id, kind: "revoked", retracted_change: null },
      orderBy: { id: "desc" },
      take: 1,
      select: { recorded_change: true },
    });
    await rows.certificate_event.create({
      data: {
        certificate_id: id,
        kind: "reinstated",
        on_date: civilDateOf(order.at),
        reason: order.reason,
        recorded_change: changeId,
      },
    });
    const changes = taken.map(({ recorded_change }) => recorded_change);
    await giveBackEvidence(rows, changeId, { certificateId: id }, changes);
    await earnWhatIsDue(rows, changeId, personId, { at: order.at });
  });
}
