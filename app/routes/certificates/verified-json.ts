import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { civilDateOf } from "~/domain/time/civil-date";
import { UNLISTED } from "~/http/unlisted";
import { verifyCertificate } from "~/models/certification/verify-certificate.server";
import { countingMisses } from "~/models/certification/verify-throttle.server";

/** For programs: the same as the page of verification shows, in both languages. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const checked = now();
  const { serial = "", code = "" } = params;
  const counted = await countingMisses(context.clientAddress, () =>
    verifyCertificate(serial, code, civilDateOf(checked)),
  );
  const headers = { ...UNLISTED, "Cache-Control": "private, no-store" };
  if (counted.found) {
    const { paper, status } = counted.found;
    return Response.json({ paper, status: { ...status, checked } }, { headers });
  }
  const { waitSeconds } = counted;
  if (waitSeconds === 0) return Response.json({ error: "unknown" }, { status: 404, headers });
  return Response.json(
    { error: "throttled" },
    { status: 429, headers: { ...headers, "Retry-After": String(waitSeconds) } },
  );
}
