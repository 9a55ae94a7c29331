import type { House } from "../house/house";

/** Every text that gives a person away, and whose it is. */
export class Marks {
  private readonly codes = new Map<string, number>();
  private readonly names = new Map<string, Set<number>>();

  constructor(house: House) {
    const mark = (sql: string) => {
      for (const { mark: text, person_id } of house.rows<{ mark: string | null; person_id: number }>(sql)) {
        if (text) this.codes.set(text.toLowerCase(), person_id);
      }
    };
    mark("SELECT staff_code AS mark, id AS person_id FROM person");
    mark("SELECT public_id AS mark, id AS person_id FROM person");
    mark("SELECT public_id AS mark, person_id FROM account");
    mark("SELECT work_email AS mark, person_id FROM person_detail");
    mark("SELECT work_phone AS mark, person_id FROM person_detail");
    mark("SELECT public_id AS mark, person_id FROM certificate");
    mark("SELECT public_id AS mark, person_id FROM posting");
    mark("SELECT public_id AS mark, person_id FROM attempt");
    mark("SELECT public_id AS mark, person_id FROM enrolment");
    mark("SELECT public_id AS mark, person_id FROM absence");
    mark("SELECT public_id AS mark, person_id FROM request");
    for (const row of house.rows<{ full_name: string; person_id: number }>(
      "SELECT full_name, person_id FROM person_name",
    )) {
      const people = this.names.get(row.full_name) ?? new Set();
      this.names.set(row.full_name, people.add(row.person_id));
    }
  }

  /**
   * What in an answer gives away someone who may not be named there.
   * @param sent what the question said itself: an answer may repeat it
   */
  leaksIn(answer: string, named: ReadonlySet<number>, sent: string): string[] {
    const text = answer.replace(/&#x27;|&#39;|\\u0027/g, "'").replace(/&amp;/g, "&");
    const asked = sent.toLowerCase();
    const leaks = new Set<string>();
    if (/FUZZ-SECRET/.test(text)) leaks.add("FUZZ-SECRET");
    for (const [token] of text.matchAll(/[\w@.+-]{6,}/g)) {
      const mark = token.toLowerCase().replace(/^[.+-]+|[.+-]+$/g, "");
      const person = this.codes.get(mark);
      if (person !== undefined && !named.has(person) && !asked.includes(mark)) leaks.add(token);
    }
    for (const [words] of text.matchAll(/\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*)+/gu)) {
      for (const name of this.namesWithin(words.split(" "))) {
        const people = this.names.get(name) ?? new Set<number>();
        if (![...people].some((id) => named.has(id)) && !asked.includes(name.toLowerCase())) leaks.add(name);
      }
    }
    return [...leaks];
  }

  private namesWithin(words: readonly string[]): string[] {
    const found: string[] = [];
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 2; to <= Math.min(words.length, from + 6); to += 1) {
        const name = words.slice(from, to).join(" ");
        if (this.names.has(name)) found.push(name);
      }
    }
    return found;
  }
}
