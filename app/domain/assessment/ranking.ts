/**
 * How much of an order is right: the share of pairs in the right order, of what is above chance (2 × share − 1), never below 0. All
 * right earns 1, an order by chance 0 on average, the reverse 0. @returns 0 to 1
 */
export function shareOfPairs(given: readonly string[], right: readonly string[]): number {
  const places = right.map((key) => given.indexOf(key));
  let kept = 0;
  let pairs = 0;
  for (const [index, earlier] of places.entries()) {
    for (const later of places.slice(index + 1)) {
      pairs++;
      if (earlier < later) kept++;
    }
  }
  return pairs === 0 ? 0 : Math.max(0, (2 * kept) / pairs - 1);
}

/** The share of steps at their own place. @returns 0 to 1 */
export function shareOfPlaces(given: readonly string[], right: readonly string[]): number {
  return right.filter((key, place) => given[place] === key).length / right.length;
}
