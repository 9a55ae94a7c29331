import type { ReactNode } from "react";

export interface ReportSheetProps {
  label: string;
  /** Upper left: superior body, issuing body, number. */
  issuer: { parent: string; name: string; number: string };
  /** "Hà Nội, ngày 20 tháng 11 năm 2026" */
  placeAndDate: string;
  title: string;
  subject: string;
  children: ReactNode;
  /** "Lãnh đạo Ban;", "Lưu: VT, TCCB." */
  recipients: readonly string[];
  signer: { title: string; name: string };
  /** As-of date, hour, code of the report. */
  source: ReactNode;
}

/** An administrative report in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I; the words of the form are fixed. */
export function ReportSheet({
  label,
  issuer,
  placeAndDate,
  title,
  subject,
  children,
  recipients,
  signer,
  source,
}: ReportSheetProps) {
  return (
    <article className="report" lang="vi" aria-label={label}>
      <div className="report-top">
        <div>
          <p>{issuer.parent}</p>
          <p>
            <b>{issuer.name}</b>
          </p>
          <p>{issuer.number}</p>
        </div>
        <div>
          <p>
            <b className="plain">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          </p>
          <p>
            <b>Độc lập - Tự do - Hạnh phúc</b>
          </p>
          <p>
            <i>{placeAndDate}</i>
          </p>
        </div>
      </div>
      <h2>
        {title}
        <br />
        {subject}
      </h2>
      {children}
      <div className="report-end">
        <div>
          <p>
            <b>
              <i>Nơi nhận:</i>
            </b>
          </p>
          {recipients.map((recipient) => (
            <p key={recipient}>- {recipient}</p>
          ))}
        </div>
        <div>
          <p>
            <b>{signer.title}</b>
          </p>
          <p className="report-sign">
            <b>{signer.name}</b>
          </p>
        </div>
      </div>
      <p className="report-source">{source}</p>
    </article>
  );
}
