import type { AppLoadContext } from "@remix-run/node";
import { translators } from "~/i18n/translators.server";
import { languageOf } from "./language.server";
import { resolveViewer } from "./viewer.server";

/** The document's title in the reader's language: "Đăng nhập · Cầu Nối". `key` is "namespace:key". */
export async function pageTitle(
  request: Request,
  context: AppLoadContext,
  key: string,
  values: Record<string, unknown> = {},
): Promise<string> {
  const { viewer } = await resolveViewer(request, context);
  return `${translators[languageOf(request, viewer)].t(key, values)} · Cầu Nối`;
}
