import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { languageCookie } from "~/http/language.server";
import { badRequest } from "~/http/refusals.server";
import { resolveViewer, safeBack } from "~/http/viewer.server";
import { isLanguage } from "~/i18n/language";
import { saveDisplay } from "~/models/access/accounts.server";

/** Chooses the language: in the profile of who is signed in, and in a cookie for the pages before login. */
export function action(given: ActionFunctionArgs) {
  return fileOrRefusal(given, () => choose(given));
}

async function choose({ request, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = await resolveViewer(request, context);
  const form = await request.formData();
  const language = form.get("language");
  if (!isLanguage(language)) throw badRequest();
  if (viewer) await saveDisplay(viewer, { language }, now());
  return redirect(safeBack(form.get("back")), { headers: { "Set-Cookie": languageCookie(language) } });
}

export function loader() {
  return redirect("/");
}
