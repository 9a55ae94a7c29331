import { publishedJwk } from "~/documents/proof/proof-addresses.server";
import { publishedKeys } from "~/models/certification/signing-keys.server";

/** Every public key of the house as a JSON Web Key Set, retired ones as well: what they have signed stays checkable. */
export async function loader() {
  const keys = (await publishedKeys()).map(publishedJwk);
  return Response.json({ keys }, { headers: { "Cache-Control": "public, max-age=300" } });
}
