import type { CertificateFace } from "./face";
import { showCode } from "./serial-number";

/** The frozen face as the sheet on screen takes it. `address` is where it is checked, with its scheme. */
export function sheetFace(face: CertificateFace, address: string) {
  return {
    issuer: face.issuingBody.vi,
    issuingUnit: face.issuingUnit.vi,
    personName: face.holder,
    unitName: face.unit.vi,
    programme: face.programme,
    serial: face.serial,
    code: showCode(face.code),
    issuedOn: face.issuedOn,
    lastDay: face.validThrough,
    place: face.place.vi,
    ...(face.form === 2
      ? {
          heading: face.heading,
          wording: face.wording,
          authority: face.authority?.vi ?? null,
          replaces: face.replaces,
        }
      : {}),
    signerTitle: face.signatory.title.vi,
    signerName: face.signatory.name,
    decision: face.decision,
    verifyAt: new URL("/verify", address).href.replace(/^https?:\/\//, ""),
    remark: face.sample ? "Bản mẫu, không có giá trị" : undefined,
  };
}
