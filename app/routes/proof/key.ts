import type { LoaderFunctionArgs } from "@remix-run/node";
import { publishedJwk } from "~/documents/proof/proof-addresses.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { pemOf, publishedKeys } from "~/models/certification/signing-keys.server";

/** One public key, as a credential names it; with ".pem" behind its name as openssl reads it. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, async () => {
    const [, name, pem] = /^([\w-]+)(\.pem)?$/.exec(given.params.key ?? "") ?? [];
    const key = (await publishedKeys()).find(({ keyId }) => keyId === name);
    if (!key) throw notFound();
    const headers = { "Cache-Control": "public, max-age=300" };
    if (!pem) return Response.json(publishedJwk(key), { headers });
    return new Response(pemOf(key), { headers: { ...headers, "Content-Type": "application/x-pem-file" } });
  });
}
