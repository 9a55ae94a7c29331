import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { NoCertificates } from "~/components/wallet/no-certificates";
import { WalletItem } from "~/components/wallet/wallet-item";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { sharesOf } from "~/models/wallet/shares.server";
import { walletOf } from "~/models/wallet/wallet.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  const at = now();
  const date = civilDateOf(at);
  const certificates = await walletOf(viewer, date);
  const serialOf = new Map(certificates.map(({ id, serial }) => [id, serial]));
  return {
    title: await pageTitle(request, context, "wallet:page.title"),
    done: readDone(request, ["ended"]),
    date,
    certificates: certificates.map(({ id: _, holder: __, programme, ...rest }) => ({
      ...rest,
      programme: programme[language],
    })),
    shares: (await sharesOf(viewer)).map(({ publicId, certificates: chosen, createdAt, expiresAt, endedAt }) => ({
      publicId,
      serials: chosen?.map((id) => serialOf.get(id) ?? "") ?? null,
      made: showCivilDate(civilDateOf(createdAt)),
      ends: showCivilDate(civilDateOf(endedAt ?? expiresAt)),
      state: endedAt ? ("ended" as const) : expiresAt <= at ? ("expired" as const) : ("open" as const),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Wallet() {
  const { done, date, certificates, shares } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const title = t("wallet:page.title");
  const crumbs = <Crumbs items={[{ label: t("common:nav.certificates"), href: "/certificates" }, { label: title }]} />;
  if (certificates.length === 0) {
    return (
      <main id="main" className="wrap">
        {crumbs}
        <PageTitle title={title} />
        <NoCertificates />
      </main>
    );
  }
  return (
    <main id="main" className="wrap">
      {crumbs}
      {done && (
        <Toast tone="ok" closeHref="/wallet">
          {t(`wallet:done.${done}`)}
        </Toast>
      )}
      <PageTitle
        title={title}
        lead={t("wallet:page.lead")}
        actions={<LinkButton href="/wallet/share">{t("wallet:page.share")}</LinkButton>}
      />
      <Section title={t("wallet:page.certificates")}>
        <div className="grid-2">
          {certificates.map((certificate) => (
            <WalletItem key={certificate.publicId} certificate={certificate} date={date} />
          ))}
        </div>
        <Form method="post" action="/wallet/all" reloadDocument className="section-s">
          <Button variant="secondary" icon="download">
            {t("wallet:page.all")}
          </Button>
        </Form>
        <p className="meta section-s">
          {t("wallet:page.proofs")} <Anchor href="/keys">{t("wallet:page.howToCheck")}</Anchor>
        </p>
      </Section>
      <Section className="section" title={t("wallet:shares.title")}>
        {shares.length === 0 ? (
          <p>{t("wallet:shares.none")}</p>
        ) : (
          <Rows>
            {shares.map(({ publicId, serials, made, ends, state }) => (
              <Row
                key={publicId}
                heading={3}
                title={serials ? serials.join(", ") : t("wallet:shares.inForce")}
                meta={t(`wallet:shares.span.${state}`, { made, ends })}
                end={
                  state === "open" ? (
                    <Anchor className="tap" href={`/wallet/shares/${publicId}/end`}>
                      {t("wallet:shares.end")}
                    </Anchor>
                  ) : (
                    <Badge>{t(`wallet:shares.state.${state}`)}</Badge>
                  )
                }
              />
            ))}
          </Rows>
        )}
      </Section>
    </main>
  );
}
