import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createTranslator } from "./i18n/translator";

/** Only the page's own language is loaded, and of it what the page needs. */
async function textsOfPage() {
  const { lang, dataset } = document.documentElement;
  const all = dataset.texts === "all";
  const exam = all || dataset.texts === "exam";
  const [everyday, ofExams, rest] = await Promise.all(
    lang === "en"
      ? [import("./i18n/en/everyday"), exam ? import("./i18n/en/exam") : null, all ? import("./i18n/en/rest") : null]
      : [import("./i18n/vi/everyday"), exam ? import("./i18n/vi/exam") : null, all ? import("./i18n/vi/rest") : null],
  );
  return { ...everyday.default, ...ofExams?.default, ...rest?.default };
}

async function hydrate() {
  const language = document.documentElement.lang === "en" ? "en" : "vi";
  const translator = createTranslator(language, await textsOfPage());
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();

/** Answers of an exam that wait on this device leave it from any page: see components/exam/drain-waiting. */
async function drainWaiting() {
  const { drainWaiting } = await import("./components/exam/drain-waiting");
  await drainWaiting();
}

try {
  if (localStorage.getItem("cau-noi-exam")) {
    void drainWaiting();
    window.addEventListener("online", () => void drainWaiting());
  }
} catch {
  // a browser that keeps nothing has nothing to send
}
