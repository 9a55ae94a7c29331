import { useTranslation } from "react-i18next";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import type { CivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { CertificateBadge } from "../certificate-badge";
import { Item } from "../item";
import { SpanBar } from "../span-bar";

export interface WalletCertificate {
  publicId: string;
  serial: string;
  code: string;
  programme: string;
  issuedOn: CivilDate;
  lastDay: CivilDate | null;
  status: CertificateStatus;
  hasSignedCopy: boolean;
}

/** A certificate in the wallet: how it stands, and the files that prove it. */
export function WalletItem({ certificate, date }: { certificate: WalletCertificate; date: CivilDate }) {
  const { t } = useTranslation();
  const { publicId, serial, code, programme, issuedOn, lastDay, status, hasSignedCopy } = certificate;
  const files = ["paper", "signature", "credential", ...(hasSignedCopy ? (["signed-copy"] as const) : [])] as const;
  return (
    <Item title={programme} href={`/certificates/${publicId}`}>
      <SpanBar from={issuedOn} lastDay={lastDay} asOf={date} tone={status === "expiring" ? "warn" : undefined} />
      <p className="row">
        <CertificateBadge status={status} />
        <span className="meta">{t("certificates:serial", { serial })}</span>
      </p>
      <ul className="plain row">
        {files.map((kind) => (
          <li key={kind}>
            <Anchor className="tap" href={`/certificates/${publicId}/proof/${kind}`} reload>
              {t(`wallet:file.${kind}`)}
              <span className="sr"> {serial}</span>
            </Anchor>
          </li>
        ))}
        <li>
          <Anchor className="tap" href={`/v/${serial}/${code}`}>
            {t("certificates:page.verify")}
            <span className="sr"> {serial}</span>
          </Anchor>
        </li>
      </ul>
    </Item>
  );
}
