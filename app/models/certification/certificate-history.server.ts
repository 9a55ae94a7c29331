import { LIFE_ACTS, type LifeAct, lifeRefusal, type RevocationCause } from "~/domain/certification/life-acts";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { accountNames } from "~/models/access/account-names.server";
import { reader } from "~/models/database.server";
import { POWER_OF } from "./act-on-certificate.server";
import { certificateForAct } from "./certificate-for-act.server";
import type { Certificate } from "./certificates.server";

export interface CertificateMoment {
  kind: "issued" | "renewed" | "revoked" | "reinstated" | "superseded";
  on: CivilDate;
  cause: RevocationCause | null;
  reason: string | null;
  document: string | null;
  by: string | null;
}

export interface CertificateLife {
  events: CertificateMoment[];
  replaces: { id: string; serial: string } | null;
  replacedBy: { id: string; serial: string } | null;
  renews: { id: string; serial: string } | null;
  signedCopy: { signer: string; signedOn: CivilDate } | null;
  /** what the viewer may do to it today */
  acts: LifeAct[];
  mayUpload: boolean;
}

/** What happened to a certificate and what it is linked to. The caller has established that the viewer may see it. */
export async function certificateLife(
  viewer: Viewer,
  certificate: Certificate,
  today: CivilDate,
): Promise<CertificateLife> {
  const client = await reader();
  const select = { public_id: true, serial: true };
  const [row, replacedBy, rows, copy] = await Promise.all([
    client.certificate.findUniqueOrThrow({ where: { id: certificate.id } }),
    client.certificate.findUnique({ where: { replaces_id: certificate.id }, select }),
    client.certificate_event.findMany({
      where: { certificate_id: certificate.id, retracted_change: null },
      orderBy: [{ on_date: "desc" }, { id: "desc" }],
    }),
    client.certificate_signed_copy.findFirst({ where: { certificate_id: certificate.id, retracted_change: null } }),
  ]);
  const before = [row.replaces_id, row.renews_id].filter((id) => id !== null);
  const [linked, changes] = await Promise.all([
    client.certificate.findMany({ where: { id: { in: before } }, select: { id: true, ...select } }),
    client.change.findMany({
      where: { id: { in: rows.map(({ recorded_change }) => recorded_change) } },
      select: { id: true, actor_id: true, document: true },
    }),
  ]);
  const actors = changes.flatMap(({ actor_id }) => (actor_id === null ? [] : [actor_id]));
  const names = await accountNames([...new Set(actors)], today);
  const link = (id: number | null) => {
    const found = linked.find((each) => each.id === id);
    return found ? { id: found.public_id, serial: found.serial } : null;
  };
  return {
    events: rows.map((event) => {
      const change = changes.find(({ id }) => id === event.recorded_change);
      // who issued it by passing an exam is nobody to be named
      const decided = event.kind !== "issued" && event.kind !== "renewed";
      return {
        kind: event.kind as CertificateMoment["kind"],
        on: event.on_date,
        cause: event.cause as RevocationCause | null,
        reason: event.reason,
        document: change?.document ?? null,
        by: decided ? (names.get(change?.actor_id ?? -1)?.name ?? null) : null,
      };
    }),
    replaces: link(row.replaces_id),
    renews: link(row.renews_id),
    replacedBy: replacedBy && { id: replacedBy.public_id, serial: replacedBy.serial },
    signedCopy: copy && { signer: copy.signer, signedOn: copy.signed_on },
    ...(await actsOf(viewer, certificate, today)),
  };
}

async function actsOf(viewer: Viewer, { publicId }: Certificate, today: CivilDate) {
  const acts: LifeAct[] = [];
  let mayUpload = false;
  for (const power of new Set(Object.values(POWER_OF))) {
    const found = hasPower(viewer, power) ? await certificateForAct(viewer, publicId, power, today) : null;
    if (!found || found.own) continue;
    acts.push(...LIFE_ACTS.filter((act) => POWER_OF[act] === power && lifeRefusal(act, found.status) === null));
    if (power === "prepare-certificates") mayUpload = true;
  }
  return { acts, mayUpload };
}
