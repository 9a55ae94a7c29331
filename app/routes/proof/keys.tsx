import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Badge } from "~/components/badge";
import { PageTitle } from "~/components/page-title";
import { Points } from "~/components/points";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { publishedKeys } from "~/models/certification/signing-keys.server";

/** Public: with these keys anyone checks papers and credentials on their own machine. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    title: await pageTitle(request, context, "wallet:keys.title"),
    keys: (await publishedKeys()).map(({ keyId, use, createdAt, retiredAt }) => ({
      keyId,
      use,
      from: showCivilDate(civilDateOf(createdAt)),
      to: retiredAt && showCivilDate(civilDateOf(retiredAt)),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const OPENSSL = `openssl dgst -sha256 -binary CN-2026-00417.pdf > paper.sha256
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in paper.sha256 -sigfile CN-2026-00417.sig`;

const NODE = `node -e 'const c = require("crypto"), f = require("fs");
const hash = c.createHash("sha256").update(f.readFileSync("CN-2026-00417.pdf")).digest();
console.log(c.verify(null, hash, f.readFileSync("key.pem"), f.readFileSync("CN-2026-00417.sig")))'`;

export default function Keys() {
  const { keys } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <PageTitle title={t("wallet:keys.title")} lead={t("wallet:keys.lead")} />
      <Section className="section" title={t("wallet:keys.list")}>
        {keys.length === 0 ? (
          <p>{t("wallet:keys.none")}</p>
        ) : (
          <Rows>
            {keys.map(({ keyId, use, from, to }) => (
              <Row
                key={keyId}
                heading={3}
                title={t(`wallet:keys.use.${use}`)}
                meta={
                  <>
                    {to ? t("wallet:keys.span", { from, to }) : t("wallet:keys.since", { from })}
                    <br />
                    <code className="key-id">{keyId}</code>
                    <br />
                    <Anchor className="tap" href={`/keys/${keyId}.pem`} reload>
                      PEM
                    </Anchor>{" "}
                    ·{" "}
                    <Anchor className="tap" href={`/keys/${keyId}`} reload>
                      JWK
                    </Anchor>
                  </>
                }
                end={to ? <Badge>{t("wallet:keys.retired")}</Badge> : <Badge tone="ok">{t("wallet:keys.inUse")}</Badge>}
              />
            ))}
          </Rows>
        )}
        <p className="section-s">
          <Anchor className="tap" href="/.well-known/jwks.json" reload>
            {t("wallet:keys.set")}
          </Anchor>
        </p>
      </Section>
      <Section className="section" title={t("wallet:keys.paper.title")}>
        <Points>{[t("wallet:keys.paper.get"), t("wallet:keys.paper.hash"), t("wallet:keys.paper.which")]}</Points>
        <pre className="code-lines">
          <code>{OPENSSL}</code>
        </pre>
        <p className="section-s">{t("wallet:keys.paper.node")}</p>
        <pre className="code-lines">
          <code>{NODE}</code>
        </pre>
      </Section>
      <Section className="section" title={t("wallet:keys.credential.title")}>
        <Points>
          {[t("wallet:keys.credential.what"), t("wallet:keys.credential.check"), t("wallet:keys.credential.status")]}
        </Points>
        <p>
          <Anchor className="tap" href="/issuer" reload>
            {t("wallet:keys.credential.issuer")}
          </Anchor>
        </p>
      </Section>
    </main>
  );
}
