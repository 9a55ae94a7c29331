/** Sums of quarters and thirds are not exact: a difference below this is none. */
const TOLERANCE = 1e-9;

/** A marker's seat at a subject; `points` once the mark is finished, out of `max`. */
export interface Place {
  place: number;
  personId: number;
  mark: { points: number; max: number } | null;
}

/** What waits for markers, as far as it decides who may mark it. */
export interface Markable {
  /** 1, or 2 who do not know of each other */
  markers: number;
  /** share of the points by which two marks may differ before a third is asked for */
  threshold: number;
  /** whose work it is */
  personId: number;
  /** the unit they served in then; null: unknown */
  unitId: number | null;
  /** nobody of that unit marks it */
  otherUnit: boolean;
  /** whoever marked what is appealed against */
  barred: readonly number[];
  /** returned, told, or overtaken: nothing more is marked */
  closed: boolean;
}

export interface Marker {
  personId: number;
  /** units they serve in, with those that these units follow */
  unitIds: readonly number[];
}

export type PlaceRefusal = "closed" | "own" | "own-unit" | "marked-before" | "taken-already" | "no-place";

/** How many places a subject has now: one or two, and a third once two marks differ by more than the threshold. */
export function placesWanted(
  { markers, threshold }: Pick<Markable, "markers" | "threshold">,
  places: readonly Place[],
) {
  if (markers < 2) return 1;
  const [first, second] = [1, 2].map((number) => places.find(({ place }) => place === number)?.mark ?? null);
  if (!first || !second) return 2;
  return Math.abs(first.points - second.points) > threshold * first.max + TOLERANCE ? 3 : 2;
}

/**
 * The place that a marker takes: the lowest that nobody holds. Nobody marks their own work, that of their own unit where the task
 * says so, what they have marked already, or an appeal against a mark of theirs.
 */
export function placeFor(
  work: Markable,
  places: readonly Place[],
  { personId, unitIds }: Marker,
): { place: number } | { refusal: PlaceRefusal } {
  if (work.closed) return { refusal: "closed" };
  if (work.personId === personId) return { refusal: "own" };
  if (work.otherUnit && work.unitId !== null && unitIds.includes(work.unitId)) return { refusal: "own-unit" };
  if (work.barred.includes(personId)) return { refusal: "marked-before" };
  if (places.some((place) => place.personId === personId)) return { refusal: "taken-already" };
  const wanted = placesWanted(work, places);
  for (let place = 1; place <= wanted; place++) {
    if (!places.some((taken) => taken.place === place)) return { place };
  }
  return { refusal: "no-place" };
}

/** Whether every place that is wanted holds a finished mark: only then does anybody see names or another's mark. */
export function isFullyMarked(work: Pick<Markable, "markers" | "threshold">, places: readonly Place[]): boolean {
  const wanted = placesWanted(work, places);
  return places.filter(({ place, mark }) => mark !== null && place <= wanted).length === wanted;
}

export interface FinalPoints {
  /** the mean of the marks that count */
  points: number;
  max: number;
  how: "single" | "mean" | "third" | "appeal";
  /** the places whose marks count */
  places: number[];
}

/**
 * The points that come of finished marks. One marker: theirs. Two that agree: their mean. With a third: the mean of the third and
 * whichever of the two is nearer to it; where both are equally near, the third's own. Null while a place is open.
 */
export function finalPoints(
  work: Pick<Markable, "markers" | "threshold"> & { kind: "task" | "item" | "appeal" },
  places: readonly Place[],
): FinalPoints | null {
  if (!isFullyMarked(work, places)) return null;
  const [first, second, third] = [1, 2, 3].map((number) => places.find(({ place }) => place === number));
  if (!first?.mark) return null;
  if (work.kind === "appeal") return meanOf([first], "appeal");
  if (!second?.mark) return meanOf([first], "single");
  if (!third?.mark || placesWanted(work, places) < 3) return meanOf([first, second], "mean");
  const toFirst = Math.abs(third.mark.points - first.mark.points);
  const toSecond = Math.abs(third.mark.points - second.mark.points);
  if (Math.abs(toFirst - toSecond) <= TOLERANCE) return meanOf([third], "third");
  return meanOf([toFirst < toSecond ? first : second, third], "third");
}

function meanOf(counting: readonly Place[], how: FinalPoints["how"]): FinalPoints {
  const marks = counting.flatMap(({ mark }) => mark ?? []);
  const points = marks.reduce((sum, mark) => sum + mark.points, 0) / marks.length;
  return { points, max: marks[0]?.max ?? 0, how, places: counting.map(({ place }) => place) };
}
