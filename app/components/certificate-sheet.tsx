import { paperDate } from "~/domain/certification/paper-date";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { BridgeArt } from "./bridge-art";
import { CivilDate } from "./civil-date";
import { Mark } from "./mark";
import { SpanDrawing } from "./span-drawing";

interface Words {
  vi: string;
  en: string;
}

/** What the paper shows: frozen at issue, the same in every language of the screen. */
export interface CertificateSheetFace {
  /** "Bảo hiểm xã hội Việt Nam", "Ban Tổ chức cán bộ" */
  issuer: string;
  issuingUnit: string;
  personName: string;
  /** The unit when the certificate was issued. */
  unitName: string;
  /** A whole phrase after "đã hoàn thành": "chương trình tập huấn nội bộ dành cho cán bộ đầu mối …". */
  programme: { vi: string; en: string };
  serial: string;
  /** "7KQ4-M2XD" */
  code: string;
  issuedOn: Civil;
  /** The last day that counts; null: no end. */
  lastDay: Civil | null;
  place: string;
  /** "KT. GIÁM ĐỐC", above the title */
  authority?: string | null;
  /** the words of papers that carry their own; the first papers have those of this sheet */
  heading?: Words;
  wording?: { certifies: Words; completed: Words; copy: Words };
  /** the number of the paper that it corrects */
  replaces?: string | null;
  signerTitle: string;
  signerName: string;
  /** the decision by which it is issued */
  decision: { number: string; signedOn: Civil };
  /** Where to check it, without scheme: "caunoi.example/xt". */
  verifyAt: string;
  /** A line under the code: "Bản mẫu, không có giá trị". */
  remark?: string;
}

export interface CertificateSheetProps {
  face: CertificateSheetFace;
  /** The QR code as an SVG path in modules, without its quiet zone, and how many modules a side has. */
  qr: { path: string; size: number };
  /** What the code leads to, in the language of the screen. */
  qrLabel: string;
  label: string;
}

function English({ inline = false, children }: { inline?: boolean; children: string }) {
  return (
    <span className={inline ? "cert-en cert-inline" : "cert-en"} lang="en">
      {children}
    </span>
  );
}

/** The certificate on screen and on A4 landscape. Its words are those of the paper, in Vietnamese and English. */
export function CertificateSheet({ face, qr, qrLabel, label }: CertificateSheetProps) {
  const side = qr.size + 8;
  return (
    <article className="cert" lang="vi" aria-label={label}>
      <div className="cert-in">
        <BridgeArt />
        <div className="cert-head">
          <Mark />
          <div>
            <p>
              <b>{face.issuer}</b>
            </p>
            <p>{face.issuingUnit}</p>
          </div>
        </div>
        <div className="cert-body">
          <h2 className="cert-title">
            {face.heading?.vi.toLocaleUpperCase("vi") ?? "GIẤY CHỨNG NHẬN"}{" "}
            <English>{face.heading?.en ?? "Certificate of completion"}</English>
          </h2>
          <p className="cert-gap">
            {face.wording?.certifies.vi ?? "Chứng nhận"}{" "}
            <English inline>{face.wording?.certifies.en ?? "This is to certify that"}</English>
          </p>
          <p className="cert-name">{face.personName}</p>
          <p>{face.unitName}</p>
          <p className="cert-gap">
            {face.wording?.completed.vi ?? "đã hoàn thành"}{" "}
            <English inline>{face.wording?.completed.en ?? "has completed"}</English>
          </p>
          <p className="cert-prog">
            {face.programme.vi} <English>{face.programme.en}</English>
          </p>
          <div className="cert-span">
            <SpanDrawing tone="info" full={[0, 100]} open={face.lastDay === null} />
            <div className="span-ends">
              <span>
                Cấp ngày <CivilDate date={face.issuedOn} />
                <English>Issued</English>
              </span>
              <span>
                {face.lastDay === null ? (
                  <>
                    Không thời hạn
                    <English>No expiry</English>
                  </>
                ) : (
                  <>
                    Có giá trị đến hết ngày <CivilDate date={face.lastDay} />
                    <English>Valid until</English>
                  </>
                )}
              </span>
            </div>
          </div>
        </div>
        <div className="cert-foot">
          <div className="cert-id">
            <svg viewBox={`-4 -4 ${side} ${side}`} role="img" aria-label={qrLabel}>
              <path fill="#1a2226" fillRule="evenodd" d={qr.path} />
            </svg>
            <div>
              <p>
                Số: <b>{face.serial}</b>
              </p>
              <p>
                Mã xác thực: <b>{face.code}</b>
              </p>
              <p>{face.verifyAt}</p>
              {face.replaces && <p>Thay giấy số {face.replaces}</p>}
              {face.wording && <p>{face.wording.copy.vi}</p>}
              {face.remark && <p>{face.remark}</p>}
            </div>
          </div>
          <div className="cert-sign">
            <p>
              {face.place}, {paperDate(face.issuedOn).vi}
            </p>
            <p>
              Theo Quyết định số {face.decision.number} ngày <CivilDate date={face.decision.signedOn} />
            </p>
            {face.authority && (
              <p>
                <b>{face.authority}</b>
              </p>
            )}
            <p>
              <b>{face.authority ? face.signerTitle.toLocaleUpperCase("vi") : face.signerTitle}</b>
            </p>
            <p className="cert-space" />
            <p>
              <b>{face.signerName}</b>
            </p>
          </div>
        </div>
        <svg className="cert-band" viewBox="0 0 1400 40" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <path d={`M0 0H1400V40${arches}H0Z`} />
        </svg>
      </div>
    </article>
  );
}

/** Fourteen arches, from right to left. */
const arches = Array.from({ length: 14 }, (_, index) => `H${1392 - index * 100}a42 31 0 0 0-84 0`).join("");
