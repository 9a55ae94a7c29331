/** A source of numbers in [0, 1). The server gives one that nobody can predict, tests give a repeatable one. */
export type Random = () => number;

/** The same members in random order (Fisher–Yates); the list itself is left alone. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** No vowels, so that no words appear. */
const LETTERS = "bcdfghjkmnpqrstvwxz23456789";

/** A word of six letters and digits that is not in `taken`; it is added there. */
export function newToken(taken: Set<string>, random: Random): string {
  for (;;) {
    const token = Array.from({ length: 6 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join("");
    if (taken.has(token)) continue;
    taken.add(token);
    return token;
  }
}
