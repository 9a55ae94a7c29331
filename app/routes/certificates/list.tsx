import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { CertificateBadge } from "~/components/certificate-badge";
import { Item } from "~/components/item";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { SpanBar } from "~/components/span-bar";
import { NoCertificates } from "~/components/wallet/no-certificates";
import { today } from "~/config/clock.server";
import { certificateStatus, lastDayOf } from "~/domain/certification/certificate-status";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { certificatesOf } from "~/models/certification/certificates.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  const date = today();
  const certificates = await certificatesOf(viewer.personId);
  return {
    title: await pageTitle(request, context, "common:nav.certificates"),
    date,
    certificates: certificates.map((certificate) => ({
      id: certificate.publicId,
      serial: certificate.serial,
      programme: certificate.face.programme[language],
      issuedOn: certificate.issuedOn,
      lastDay: lastDayOf(certificate.validUntil),
      status: certificateStatus(certificate, date, certificate.renewalWindowDays),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Certificates() {
  const { date, certificates } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <PageTitle
        title={t("certificates:list.title")}
        lead={certificates.length > 0 ? t("certificates:list.lead", { count: certificates.length }) : undefined}
        actions={
          certificates.length > 0 && (
            <LinkButton href="/wallet" variant="secondary">
              {t("certificates:list.wallet")}
            </LinkButton>
          )
        }
      />
      {certificates.length === 0 ? (
        <NoCertificates />
      ) : (
        <Section title={t("certificates:list.all")}>
          <div className="grid-2">
            {certificates.map((certificate) => (
              <Item key={certificate.id} title={certificate.programme} href={`/certificates/${certificate.id}`}>
                <SpanBar
                  from={certificate.issuedOn}
                  lastDay={certificate.lastDay}
                  asOf={date}
                  tone={certificate.status === "expiring" ? "warn" : undefined}
                />
                <p className="row">
                  <CertificateBadge status={certificate.status} />
                  <span className="meta">{t("certificates:serial", { serial: certificate.serial })}</span>
                </p>
              </Item>
            ))}
          </div>
        </Section>
      )}
    </main>
  );
}
