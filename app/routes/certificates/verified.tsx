import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { CivilDate } from "~/components/civil-date";
import { Facts } from "~/components/facts";
import { SpanBar } from "~/components/span-bar";
import type { Tone } from "~/components/tone";
import { Verdict } from "~/components/verdict";
import { now } from "~/config/clock.server";
import { type CertificateStatus, certificateStatus, lastDayOf } from "~/domain/certification/certificate-status";
import { showCode } from "~/domain/certification/serial-number";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { resolveViewer } from "~/http/viewer.server";
import { verifyCertificate } from "~/models/certification/verify-certificate.server";
import { forgiveVerifyTry, takeVerifyTry } from "~/models/certification/verify-throttle.server";

/** Public: what the paper shows and whether it holds now; no more. Indexed by nobody, misses are counted. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  const language = languageOf(request, viewer);
  const title = await pageTitle(request, context, "certificates:verify.title");
  const checked = now();
  const headers = { "X-Robots-Tag": "noindex, nofollow, noarchive" };
  const attempt = await takeVerifyTry(context.clientAddress);
  if (!attempt.allowed) {
    return data(
      { title, checked, outcome: "throttled" as const, minutes: Math.ceil(attempt.waitSeconds / 60) },
      { status: 429, headers },
    );
  }
  const found = await verifyCertificate(params.serial ?? "", params.code ?? "");
  if (!found) return data({ title, checked, outcome: "unknown" as const }, { status: 404, headers });
  await forgiveVerifyTry(context.clientAddress);
  const { face, facts, renewalWindowDays } = found;
  const date = civilDateOf(checked);
  return data(
    {
      title,
      checked,
      outcome: "found" as const,
      date,
      status: certificateStatus(facts, date, renewalWindowDays),
      endedOn: facts.events.at(-1)?.onDate,
      issuedOn: facts.issuedOn,
      lastDay: lastDayOf(facts.validUntil),
      holder: face.holder,
      unit: face.unit[language],
      programme: face.programme[language],
      serial: face.serial,
      code: showCode(face.code),
      issuer: `${face.issuingBody[language]}, ${face.issuingUnit[language]}`,
      signatory: `${face.signatory.name}, ${face.signatory.title[language]}`,
      decision: face.decision,
      sample: face.sample,
    },
    { headers },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex, nofollow, noarchive" },
];

const TONES: Record<CertificateStatus, Tone> = {
  valid: "ok",
  expiring: "ok",
  expired: "warn",
  revoked: "bad",
  replaced: "warn",
  "not-yet": "warn",
};

export default function Verified() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const checkedAt = t("certificates:verified.checked", {
    time: showTime(page.checked),
    date: showCivilDate(civilDateOf(page.checked)),
  });
  if (page.outcome !== "found") {
    return (
      <main id="main" className="narrow flow">
        <Verdict
          tone="bad"
          kicker={t("certificates:verify.title")}
          title={t(
            `certificates:verified.${page.outcome}`,
            page.outcome === "throttled" ? { minutes: page.minutes } : {},
          )}
          meta={checkedAt}
        />
        <p>{t(`certificates:verified.${page.outcome}Text`)}</p>
        <p>
          <LinkButton href="/verify" variant="secondary" stretch>
            {t("certificates:verified.again")}
          </LinkButton>
        </p>
      </main>
    );
  }
  return (
    <main id="main" className="narrow flow">
      <Verdict
        tone={TONES[page.status]}
        kicker={t("certificates:verify.title")}
        title={t(`certificates:verified.status.${page.status}`)}
        meta={checkedAt}
      />
      <SpanBar from={page.issuedOn} lastDay={page.lastDay} asOf={page.date} endedOn={page.endedOn} />
      <Facts
        items={[
          { term: t("certificates:verified.holder"), value: page.holder },
          { term: t("certificates:verified.unit"), value: page.unit },
          { term: t("certificates:verified.programme"), value: page.programme },
          { term: t("certificates:verified.issued"), value: <CivilDate date={page.issuedOn} /> },
          {
            term: t("certificates:verified.through"),
            value: page.lastDay ? <CivilDate date={page.lastDay} /> : t("certificates:verified.noEnd"),
          },
          { term: t("certificates:verify.serial"), value: page.serial },
          { term: t("certificates:verify.code"), value: page.code },
          { term: t("certificates:verified.issuer"), value: page.issuer },
          { term: t("certificates:verified.signatory"), value: page.signatory },
          {
            term: t("certificates:verified.decision"),
            value: t("certificates:verified.decisionOf", {
              number: page.decision.number,
              date: showCivilDate(page.decision.signedOn),
            }),
          },
        ]}
      />
      {page.sample && <p>{t("certificates:verified.sample")}</p>}
      <p className="meta">{t("certificates:verified.compare")}</p>
    </main>
  );
}
