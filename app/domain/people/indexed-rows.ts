type Read<T> = (row: T) => number | string | null;
/** One row stands for itself: most values have one. */
type Index<T> = Map<number | string, T | Set<T>>;

/**
 * Rows that are looked up by several keys while they are being changed. The rows themselves are never changed. An index is made
 * when it is first asked for.
 */
export class IndexedRows<T extends { readonly id: number }, K extends string> {
  readonly #before: readonly T[];
  readonly #keys: Record<K, Read<T>>;
  readonly #indexes = new Map<K, Index<T>>();
  #rows: Map<number, T> | null = null;
  #touched = false;

  constructor(rows: readonly T[], keys: Record<K, Read<T>>) {
    this.#before = rows;
    this.#keys = keys;
  }

  get(id: number): T | undefined {
    return this.#byId().get(id);
  }

  /** The rows that have the value under the key, oldest entry first. */
  where(key: K, value: number | string): readonly T[] {
    const found = this.#index(key).get(value);
    if (found === undefined) return [];
    return found instanceof Set ? [...found] : [found];
  }

  one(key: K, value: number | string): T | undefined {
    const found = this.#index(key).get(value);
    return found instanceof Set ? found.values().next().value : found;
  }

  add(row: T): T {
    this.#byId().set(row.id, row);
    this.#touched = true;
    for (const [key, index] of this.#indexes) enter(index, this.#keys[key](row), row);
    return row;
  }

  remove(row: T): void {
    this.#byId().delete(row.id);
    this.#touched = true;
    for (const [key, index] of this.#indexes) {
      const value = this.#keys[key](row);
      const found = value === null ? undefined : index.get(value);
      if (found instanceof Set) found.delete(row);
      else if (found === row && value !== null) index.delete(value);
    }
  }

  /** All rows; the very array that was given where nothing has changed. */
  all(): readonly T[] {
    return this.#touched ? [...this.#byId().values()] : this.#before;
  }

  #byId(): Map<number, T> {
    if (this.#rows) return this.#rows;
    this.#rows = new Map();
    for (const row of this.#before) this.#rows.set(row.id, row);
    return this.#rows;
  }

  #index(key: K): Index<T> {
    const known = this.#indexes.get(key);
    if (known) return known;
    const index: Index<T> = new Map();
    const read = this.#keys[key];
    for (const row of this.#rows?.values() ?? this.#before) enter(index, read(row), row);
    this.#indexes.set(key, index);
    return index;
  }
}

function enter<T>(index: Index<T>, value: number | string | null, row: T): void {
  if (value === null) return;
  const found = index.get(value);
  if (found === undefined) index.set(value, row);
  else if (found instanceof Set) found.add(row);
  else index.set(value, new Set([found, row]));
}
