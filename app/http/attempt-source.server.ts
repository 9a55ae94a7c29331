import type { AppLoadContext } from "@remix-run/node";
import type { Source } from "~/models/assessment/attempt-source.server";
import { resolveViewer } from "./viewer.server";

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/coc_coc_browser/i, "Cốc Cốc"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** From where a request about an attempt comes, for its log; of the browser no more than its name and system. */
export async function sourceOf(request: Request, context: AppLoadContext): Promise<Source> {
  const { sessionId } = await resolveViewer(request, context);
  return {
    session: sessionId ?? "",
    device: deviceIn(request.headers.get("User-Agent") ?? ""),
    address: context.clientAddress,
  };
}

/** "Chrome, Windows"; "?" for what is not known. */
export function deviceIn(userAgent: string): string {
  const nameIn = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "?";
  return `${nameIn(BROWSERS)}, ${nameIn(SYSTEMS)}`;
}
