import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { LinkButton } from "~/components/button";
import { CertificateBadge } from "~/components/certificate-badge";
import { CertificateLife } from "~/components/certificate-life";
import { CertificateSheet } from "~/components/certificate-sheet";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { qrPath } from "~/documents/qr-path.server";
import { verifyAddress } from "~/documents/verify-address.server";
import { certificateStatus } from "~/domain/certification/certificate-status";
import { sheetFace } from "~/domain/certification/sheet-face";
import { hasPower } from "~/domain/permissions/viewer";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { certificateLife } from "~/models/certification/certificate-history.server";
import { certificateSeenBy } from "~/models/certification/certificate-scope.server";
import { findSubject } from "~/models/evidence-files/evidence-subject.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const date = today();
  const certificate = await certificateSeenBy(viewer, params.id ?? "", date);
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
    life: await certificateLife(viewer, certificate, date),
    evidence:
      hasPower(viewer, "see-evidence-files") &&
      (await findSubject(viewer, "certificate", certificate.publicId, date)) !== null,
    done: readDone(request, ["revoked", "reinstated", "corrected", "signed"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.serial ?? ""} · Cầu Nối` }];

export default function CertificatePage() {
  const { id, own, serial, programme, status, face, qr, verifyPath, life, done, evidence } =
    useLoaderData<typeof loader>();
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
      {done && (
        <Toast tone="ok" closeHref={`/certificates/${id}`}>
          {t(`certificates:done.${done}`)}
        </Toast>
      )}
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
      {evidence && (
        <p className="section-xs no-print">
          <Anchor className="tap" href={`/certificates/${id}/evidence`}>
            {t("reports:evidence.title")}
          </Anchor>
        </p>
      )}
      <CertificateLife id={id} life={life} />
    </main>
  );
}
