import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { lucia } from "~/http/lucia.server";
import { resolveViewer } from "~/http/viewer.server";

/** Ends this session, or with `everywhere` all sessions of the account. A second post finds nothing to end. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, sessionId } = await resolveViewer(request, context);
  const everywhere = (await request.formData()).get("everywhere") === "yes";
  if (sessionId && viewer) {
    if (everywhere) await lucia.invalidateUserSessions(viewer.accountId);
    else await lucia.invalidateSession(sessionId);
  }
  return redirect("/login", {
    headers: { "Set-Cookie": lucia.createBlankSessionCookie().serialize(), "Clear-Site-Data": '"cache"' },
  });
}

export function loader() {
  return redirect("/");
}
