/** What a state means to the reader. It always comes with a shape and a word; the colour only repeats them. */
export type Tone = "ok" | "warn" | "bad" | "info";
