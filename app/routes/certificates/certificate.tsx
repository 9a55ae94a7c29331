import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { CertificateBadge } from "~/components/certificate-badge";
import { CertificateSheet } from "~/components/certificate-sheet";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { today } from "~/config/clock.server";
import { qrPath } from "~/documents/qr-path.server";
import { verifyAddress } from "~/documents/verify-address.server";
import { certificateStatus } from "~/domain/certification/certificate-status";
import { sheetFace } from "~/domain/certification/sheet-face";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { findCertificateFor } from "~/models/certification/certificates.server";
import { scopeUnits } from "~/models/reporting/scope-units.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const date = today();
  const scope = await scopeUnits(viewer, "see-people", date);
  const certificate = await findCertificateFor(viewer, params.id ?? "", scope);
  if (!certificate) throw notFound();
  const address = verifyAddress(certificate.face);
  return {
    id: certificate.publicId,
    own: certificate.personId === viewer.personId,
    serial: certificate.serial,
    programme: certificate.face.programme[languageOf(request, viewer)],
    status: certificateStatus(certificate, date, certificate.renewalWindowDays),
    face: sheetFace(certificate.face, address),
    qr: qrPath(address),
    verifyPath: new URL(address).pathname,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.serial ?? ""} · Cầu Nối` }];

export default function CertificatePage() {
  const { id, own, serial, programme, status, face, qr, verifyPath } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          own
            ? { label: t("common:nav.certificates"), href: "/certificates" }
            : { label: t("common:nav.people"), href: "/people" },
          { label: serial },
        ]}
      />
      <PageTitle
        title={t("certificates:page.title")}
        lead={programme}
        actions={
          <div className="row no-print">
            <LinkButton href={`/certificates/${id}/pdf`} icon="download" reload>
              {t("certificates:page.pdf")}
            </LinkButton>
            <LinkButton href={verifyPath} icon="link" variant="secondary">
              {t("certificates:page.verify")}
            </LinkButton>
          </div>
        }
      >
        <p>
          <CertificateBadge status={status} />
        </p>
      </PageTitle>
      <CertificateSheet
        face={face}
        qr={qr}
        qrLabel={t("certificates:page.qr")}
        label={t("certificates:page.label", { serial })}
      />
      <p className="meta section-s no-print">{t("certificates:page.print")}</p>
    </main>
  );
}
