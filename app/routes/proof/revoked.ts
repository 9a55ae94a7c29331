import { today } from "~/config/clock.server";
import { UNLISTED } from "~/http/unlisted";
import { revokedCredentials } from "~/models/certification/revoked-credentials.server";

/** The credentials that hold no longer today, for programs that check one. */
export async function loader() {
  return Response.json(await revokedCredentials(today()), { headers: { ...UNLISTED, "Cache-Control": "no-cache" } });
}
