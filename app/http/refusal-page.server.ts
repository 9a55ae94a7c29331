import type { Language } from "~/i18n/language";
import { refusalKind } from "~/i18n/refusal-kind";
import { translators } from "~/i18n/translators.server";

/** A refusal in words where no page of the site can say it: a write that never reached one, a file that is not there. */
export function refusalPage(status: number, language: Language): string {
  const { t } = translators[language];
  const kind = refusalKind(status);
  const title = t(`common:error.${kind}.title`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Cầu Nối</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${t(`common:error.${kind}.text`)}</p>
<p><a href="/">${t("common:error.home")}</a></p>
</main>
</body>
</html>
`;
}
