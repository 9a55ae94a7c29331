import { today } from "~/config/clock.server";
import { issuerProfile } from "~/models/certification/issuer-profile.server";

/** Who issues credentials here, for programs that check one. */
export async function loader() {
  const profile = await issuerProfile(today());
  return Response.json(profile, { headers: { "Cache-Control": "public, max-age=300" } });
}
