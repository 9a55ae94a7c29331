import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createTranslator } from "./i18n/translator";

/** Only the page's own language is loaded. */
async function hydrate() {
  const language = document.documentElement.lang === "en" ? "en" : "vi";
  const resources = language === "en" ? await import("./i18n/en") : await import("./i18n/vi");
  const translator = createTranslator(language, resources.default);
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
