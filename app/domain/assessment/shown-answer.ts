/** An answer as a plain form showed it: a hidden field carries it along, so that an old page does not clear a newer answer. */
export interface ShownAnswer {
  tokens: readonly string[];
  flagged: boolean;
}

/** "token token|1", the 1 for a flag. */
export function writeShownAnswer({ tokens, flagged }: ShownAnswer): string {
  return `${tokens.join(" ")}|${flagged ? "1" : ""}`;
}

export function readShownAnswer(text: string): ShownAnswer {
  const [tokens = "", flag = ""] = text.split("|");
  return { tokens: tokens.split(" ").filter(Boolean), flagged: flag === "1" };
}
