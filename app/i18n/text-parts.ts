/**
 * The texts of a language travel in two parts: what learners and visitors meet every day, and the rest. A browser fetches the
 * rest only where the page that it opened needs it, or its person works with such pages.
 */
const PAGES_OF_THE_REST =
  /^\/(me|help|accessibility|privacy|notice|desk|hr|people|units|reorganisations|handovers|focal|imports|permissions|rules|calendar|leader|duties)(?=[/?#.]|$)/;

/** Whether the page of an address (its path, with or without what follows) needs more than the everyday texts. */
export function needsAllTexts(address: string): boolean {
  return PAGES_OF_THE_REST.test(address);
}
