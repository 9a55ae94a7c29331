/**
 * The texts of a language travel in three parts: what learners and visitors meet every day, what they need who take an exam, and
 * the rest. A browser fetches the other parts only where the page that it opened needs them, or its person works with
 * such pages.
 */
export type TextsOfPage = "everyday" | "exam" | "all";

const PAGES_OF_EXAMS = /^\/(attempts\/|courses\/[^/?#]+\/exam(?=[/?#.]|$))/;
const PAGES_OF_THE_REST =
  /^\/(me|help|accessibility|privacy|notice|desk|hr|people|units|reorganisations|handovers|focal|imports|permissions|rules|calendar|leader|duties|bank|exams|marking|practice|tasks|programmes|authority|issuing|register|wallet|keys|competency|log|proofs|reports|mail|account\/mail)(?=[/?#.]|$)/;

/** Which texts the page of an address (its path, with or without what follows) needs. "all" holds the others too. */
export function textsNeeded(address: string): TextsOfPage {
  if (PAGES_OF_THE_REST.test(address)) return "all";
  return PAGES_OF_EXAMS.test(address) ? "exam" : "everyday";
}

/** Whether a document that came with these texts can show the page of an address. `loaded`: its `data-texts`. */
export function hasTextsFor(address: string, loaded: string | undefined): boolean {
  const needed = textsNeeded(address);
  return needed === "everyday" || loaded === "all" || loaded === needed;
}
