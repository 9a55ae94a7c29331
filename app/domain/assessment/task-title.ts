const LONGEST = 100;

/** What a task is called in lists: the first sentence of its instructions, cut at a word where it is long. */
export function taskTitle(stem: string): string {
  const sentence = /^[^\n]*?[.!?](?=\s|$)|^[^\n]+/u.exec(stem.trim())?.[0] ?? stem.trim();
  const bare = sentence.replace(/[.:]$/u, "");
  if (bare.length <= LONGEST) return bare;
  const cut = bare.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2))}…`;
}
