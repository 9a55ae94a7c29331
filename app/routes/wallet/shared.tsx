import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { CertificateBadge } from "~/components/certificate-badge";
import { Item } from "~/components/item";
import { PageTitle } from "~/components/page-title";
import { SpanBar } from "~/components/span-bar";
import { Verdict } from "~/components/verdict";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { UNLISTED, UNLISTED_META } from "~/http/unlisted";
import { resolveViewer } from "~/http/viewer.server";
import { countingMisses } from "~/models/certification/verify-throttle.server";
import { openShare } from "~/models/wallet/shares.server";

export const headers = () => UNLISTED;

/** Public to whoever has the link: the certificates that the holder chose, as they stand now. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  const language = languageOf(request, viewer);
  const title = await pageTitle(request, context, "certificates:shared.title");
  const at = now();
  const { found } = await countingMisses(context.clientAddress, () => openShare(params.token ?? "", at));
  if (found?.state !== "open") {
    const state = found?.state ?? ("unknown" as const);
    return data({ title, state }, { status: found ? 410 : 404 });
  }
  return data({
    title,
    state: "open" as const,
    at,
    holder: found.holder,
    until: showCivilDate(civilDateOf(found.expiresAt)),
    certificates: found.certificates.map(({ serial, code, programme, issuedOn, lastDay, status }) => ({
      serial,
      href: `/v/${serial}/${code}`,
      programme: programme[language],
      issuedOn,
      lastDay,
      status,
    })),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, UNLISTED_META];

export default function Shared() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (page.state !== "open") {
    return (
      <main id="main" className="narrow flow">
        <Verdict
          tone="warn"
          kicker={t("certificates:shared.title")}
          title={t(`certificates:shared.${page.state}`)}
          meta={t("certificates:shared.ask")}
        />
        <p>
          <LinkButton href="/verify" variant="secondary" stretch>
            {t("certificates:verify.title")}
          </LinkButton>
        </p>
      </main>
    );
  }
  const date = civilDateOf(page.at);
  return (
    <main id="main" className="narrow">
      <PageTitle
        title={page.holder || t("certificates:shared.title")}
        kicker={page.holder ? t("certificates:shared.title") : undefined}
        lead={t("certificates:shared.lead", { count: page.certificates.length, until: page.until })}
        meta={t("certificates:verified.checked", { time: showTime(page.at), date: showCivilDate(date) })}
      />
      <div className="flow">
        {page.certificates.map(({ serial, href, programme, issuedOn, lastDay, status }) => (
          <Item key={serial} title={programme} href={href}>
            <SpanBar from={issuedOn} lastDay={lastDay} asOf={date} tone={status === "expiring" ? "warn" : undefined} />
            <p className="row">
              <CertificateBadge status={status} />
              <span className="meta">{t("certificates:serial", { serial })}</span>
            </p>
          </Item>
        ))}
      </div>
    </main>
  );
}
