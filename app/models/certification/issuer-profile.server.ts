import { publicUrl } from "~/config/environment.server";
import { issuerUrl, keySetUrl, revocationsUrl } from "~/documents/proof/proof-addresses.server";
import { BADGE_CONTEXTS } from "~/domain/certification/open-badge";
import type { CivilDate } from "~/domain/time/civil-date";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";

/** Who issues credentials here, as Open Badges 3.0 has a profile: the body at the root of the tree, and where its keys are. */
export async function issuerProfile(date: CivilDate) {
  const [root] = (await organisationAsOf(date)).roots;
  return {
    "@context": BADGE_CONTEXTS,
    id: issuerUrl(),
    type: ["Profile"],
    name: root?.name.vi ?? "Cầu Nối",
    description: root?.name.en ?? "Cầu Nối",
    url: publicUrl(),
    // for programs that look for them here; no terms of the contexts
    jwks_uri: keySetUrl(),
    revocations: revocationsUrl(),
  };
}
