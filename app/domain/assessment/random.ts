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

const LENGTH = 6;
const WORDS = LETTERS.length ** LENGTH;

/** A word of six letters and digits that is not in `taken`; it is added there. One number makes one word. */
export function newToken(taken: Set<string>, random: Random): string {
  for (;;) {
    let rest = Math.floor(random() * WORDS);
    let token = "";
    for (let place = 0; place < LENGTH; place++) {
      token += LETTERS[rest % LETTERS.length];
      rest = Math.floor(rest / LETTERS.length);
    }
    if (taken.has(token)) continue;
    taken.add(token);
    return token;
  }
}
