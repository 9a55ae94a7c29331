/**
 * The text of a lesson or a page, as HTML that the server made from Markdown and trusts (no raw HTML gets through there).
 * Boxes are `<aside class="note" data-tone="…">` with `<p class="note-title">`.
 */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own Markdown reader, which escapes HTML
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
