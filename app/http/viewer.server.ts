import { type AppLoadContext, redirect } from "@remix-run/node";
import { now, today } from "~/config/clock.server";
import type { Power } from "~/domain/permissions/role";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { findSession } from "~/models/access/sessions.server";
import { loadViewer } from "~/models/access/viewers.server";
import { endOverdueSinceLastLook } from "~/models/assessment/end-overdue.server";
import { lucia } from "./lucia.server";
import { notFound } from "./refusals.server";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** nonce of the response's content security policy */
    nonce: string;
    /** the client's address, believed from `X-Forwarded-For` only behind a trusted proxy */
    clientAddress: string;
    /** what is resolved once per HTTP request, whichever of its loaders asks first */
    once: { viewer?: Promise<Resolved> };
  }
}

interface Resolved {
  viewer: Viewer | null;
  sessionId: string | null;
  /** cookie to send with the response: an extended or an ended session */
  setCookie: string | null;
}

/** The session and the person behind it, resolved once per HTTP request. */
export function resolveViewer(request: Request, context: AppLoadContext): Promise<Resolved> {
  context.once.viewer ??= resolve(request);
  return context.once.viewer;
}

async function resolve(request: Request): Promise<Resolved> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!sessionId) return { viewer: null, sessionId: null, setCookie: null };
  const { session } = await lucia.validateSession(sessionId);
  const viewer = session && (await loadViewer(session.userId, today(), session.shared));
  if (!session || !viewer) {
    return { viewer: null, sessionId: null, setCookie: lucia.createBlankSessionCookie().serialize() };
  }
  // whatever this person reads counts what the clock has ended, whether or not a job ran
  await endOverdueSinceLastLook(now());
  const renewed = session.fresh && !session.shared ? lucia.createSessionCookie(session.id).serialize() : null;
  return { viewer, sessionId: session.id, setCookie: renewed };
}

/** Whether a session still runs, for a response that stays open: asking does not lengthen it. */
export async function isSignedIn(sessionId: string): Promise<boolean> {
  const stored = await findSession(sessionId);
  return stored !== null && stored.expiresAt > new Date().toISOString();
}

/** The signed-in person; else the way to the login page and back. */
export async function requireViewer(request: Request, context: AppLoadContext): Promise<Viewer> {
  const { viewer } = await resolveViewer(request, context);
  const url = new URL(request.url);
  if (!viewer) throw redirect(`/login?${new URLSearchParams({ back: backPath(request, url) })}`);
  if (!viewer.noticeRead && url.pathname !== "/notice") {
    throw redirect(`/notice?${new URLSearchParams({ back: backPath(request, url) })}`);
  }
  return viewer;
}

/** The signed-in person with a power somewhere; to everyone else the page does not exist. */
export async function requirePower(request: Request, context: AppLoadContext, power: Power): Promise<Viewer> {
  const viewer = await requireViewer(request, context);
  if (!hasPower(viewer, power)) throw notFound();
  return viewer;
}

/** After a refused write one comes back to a page, not to the address of the write. */
function backPath(request: Request, url: URL): string {
  if (request.method !== "GET") return "/";
  return url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/") + withoutRouting(url.searchParams);
}

function withoutRouting(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete("_routes");
  kept.delete("index");
  const text = kept.toString();
  return text ? `?${text}` : "";
}

/** A path of this site to go back to; anything else becomes the first page. */
export function safeBack(given: FormDataEntryValue | string | null): string {
  if (typeof given !== "string" || !given.startsWith("/") || /^\/[/\\]/.test(given) || /[\p{Cc}\\]/u.test(given))
    return "/";
  return given;
}
