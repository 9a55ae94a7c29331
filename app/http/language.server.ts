import type { Viewer } from "~/domain/permissions/viewer";
import { isLanguage, type Language, preferredLanguage } from "~/i18n/language";

const COOKIE = "lang";

/** The profile's language; before login the one that was chosen here, else what the browser asks for. */
export function languageOf(request: Request, viewer: Viewer | null): Language {
  if (viewer) return viewer.language;
  return languageOfVisitor(request.headers.get("Cookie"), request.headers.get("Accept-Language"));
}

/** The same before anyone is known, from two headers of the request. */
export function languageOfVisitor(cookies: string | null, accepted: string | null): Language {
  const chosen = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z]{2})`).exec(cookies ?? "")?.[1];
  return isLanguage(chosen) ? chosen : preferredLanguage(accepted);
}

export function languageCookie(language: Language): string {
  return `${COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
