import { ancestorsOf, type OrganisationAsOf, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { foldForSearch } from "~/domain/text/fold-for-search";

/** What a file calls a unit, found or not. */
export type FoundUnit =
  | { found: "one"; unit: UnitAsOf }
  /** names that come close, closest first */
  | { found: "none"; near: string[] }
  | { found: "several"; units: UnitAsOf[] };

const MOST_NEAR = 3;

/** Finds the units of a day by what files call them: code, name in either language, or a path from above ("A / B"). */
export class UnitIndex {
  private readonly exact = new Map<string, Set<UnitAsOf>>();
  private readonly folded = new Map<string, Set<UnitAsOf>>();
  private readonly known = new Map<string, FoundUnit>();

  constructor(
    private readonly organisation: OrganisationAsOf,
    /** whose names may be suggested */
    private readonly mayName: (unitId: number) => boolean,
  ) {
    for (const unit of organisation.byId.values()) {
      for (const text of [unit.vssCode, unit.name.vi, unit.name.en, unit.short.vi, unit.short.en]) {
        if (!text) continue;
        enter(this.exact, exactly(text), unit);
        enter(this.folded, foldForSearch(exactly(text)), unit);
      }
    }
  }

  /** `above`: what the file says the unit stands under; empty: nothing. */
  find(text: string, above = ""): FoundUnit {
    const key = `${text}\n${above}`;
    const known = this.known.get(key) ?? this.search(text, above);
    this.known.set(key, known);
    return known;
  }

  private search(text: string, above: string): FoundUnit {
    const path = text.split(/\s*[/>\\]\s*/).filter(Boolean);
    const name = path.pop() ?? text;
    const all = candidates(this.exact.get(exactly(text)) ?? this.exact.get(exactly(name)), this.folded, name);
    const parents = above ? [...path, above] : path;
    const units = parents.reduce((left, parent) => left.filter((unit) => this.standsUnder(unit, parent)), all);
    const [unit] = units;
    if (unit && units.length === 1) return { found: "one", unit };
    // the full name of one outweighs the short name of others
    const named = units.filter((each) => exactly(each.name.vi) === exactly(name) || each.vssCode === name);
    if (named.length === 1 && named[0]) return { found: "one", unit: named[0] };
    return unit ? { found: "several", units } : { found: "none", near: this.near(name) };
  }

  private standsUnder(unit: UnitAsOf, parent: string): boolean {
    const wanted = foldForSearch(exactly(parent));
    return ancestorsOf(this.organisation, unit.id).some((above) =>
      [above.vssCode, above.name.vi, above.name.en, above.short.vi].some(
        (text) => text && foldForSearch(exactly(text)) === wanted,
      ),
    );
  }

  private near(text: string): string[] {
    const wanted = foldForSearch(exactly(text));
    const most = Math.max(2, Math.floor(wanted.length / 4));
    const near = [...this.organisation.byId.values()]
      .filter((unit) => this.mayName(unit.id))
      .map((unit) => ({ name: unit.name.vi, distance: distance(wanted, foldForSearch(exactly(unit.name.vi)), most) }))
      .filter((each) => each.distance <= most)
      .sort((a, b) => a.distance - b.distance);
    // one letter amiss is a slip; what is twice as far is another place
    const closest = near[0]?.distance ?? 0;
    return near
      .filter((each) => each.distance <= closest + 1)
      .slice(0, MOST_NEAR)
      .map(({ name }) => name);
  }
}

function candidates(exact: Set<UnitAsOf> | undefined, folded: Map<string, Set<UnitAsOf>>, name: string): UnitAsOf[] {
  return [...(exact ?? folded.get(foldForSearch(exactly(name))) ?? [])];
}

function enter(index: Map<string, Set<UnitAsOf>>, key: string, unit: UnitAsOf): void {
  const units = index.get(key) ?? new Set();
  index.set(key, units.add(unit));
}

/** Small letters, single spaces, and one spelling of what every name of ours begins with. */
function exactly(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/bảo hiểm xã hội/g, "bhxh")
    .replace(/thành phố|tp\./g, "tp")
    .replace(/[\s.,]+/g, " ")
    .trim();
}

/** How many letters have to be changed to make one of the other; more than `most` is only "more". */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
