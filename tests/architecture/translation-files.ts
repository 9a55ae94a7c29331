/** The texts of one language by "namespace:key", plural forms with their suffix. */
export type Texts = ReadonlyMap<string, string>;

export function flatten(resources: Readonly<Record<string, object>>): Map<string, string> {
  const texts = new Map<string, string>();
  const visit = (prefix: string, value: unknown) => {
    if (typeof value === "string") texts.set(prefix, value);
    else for (const [key, inner] of Object.entries(value as object)) visit(`${prefix}.${key}`, inner);
  };
  for (const [namespace, keys] of Object.entries(resources)) {
    for (const [key, value] of Object.entries(keys)) visit(`${namespace}:${key}`, value);
  }
  return texts;
}

/** The key that the source asks for: without the suffix of a plural form. */
export const baseOf = (key: string) => key.replace(/_(one|other)$/, "");

const basesOf = (texts: Texts) => new Set([...texts.keys()].map(baseOf));

/** `*` stands for one part of a key, or a piece of one. */
function matcher(used: string): (key: string) => boolean {
  if (!used.includes("*")) return (key) => key === used;
  const pieces = used.split("*").map((piece) => piece.replace(/[.]/g, "\\."));
  const pattern = new RegExp(`^${pieces.join("[^.]+")}$`);
  return (key) => pattern.test(key);
}

/** What the source asks for and a language does not have; a key with `*` must find at least one. */
export function missingKeys(used: Iterable<string>, texts: Texts): string[] {
  const bases = basesOf(texts);
  return [...new Set(used)].filter((key) => !(bases.has(key) || (key.includes("*") && [...bases].some(matcher(key)))));
}

/** What a language has and nothing asks for. */
export function unusedKeys(used: Iterable<string>, texts: Texts): string[] {
  const matchers = [...new Set(used)].map(matcher);
  return [...basesOf(texts)].filter((key) => !matchers.some((matches) => matches(key)));
}

const placeholdersOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = ""]) => name);

/**
 * How two languages differ beyond their words. English has two plural forms, Vietnamese one; the English form for one may leave
 * the number out ("One attempt is left").
 */
export function differences(vi: Texts, en: Texts): string[] {
  const problems: string[] = [];
  for (const base of new Set([...basesOf(vi), ...basesOf(en)])) {
    const plural = vi.has(`${base}_other`) || en.has(`${base}_other`) || en.has(`${base}_one`);
    const forms = plural ? { vi: ["_other"], en: ["_one", "_other"] } : { vi: [""], en: [""] };
    for (const [name, texts, suffixes] of [["vi", vi, forms.vi] as const, ["en", en, forms.en] as const]) {
      for (const suffix of ["", "_one", "_other"]) {
        const has = texts.has(base + suffix);
        if (has !== suffixes.includes(suffix)) problems.push(`${name} ${has ? "has" : "lacks"} ${base}${suffix}`);
      }
    }
    const wanted = new Set(placeholdersOf(vi.get(base + forms.vi[0]) ?? ""));
    for (const suffix of forms.en) {
      const given = new Set(placeholdersOf(en.get(base + suffix) ?? ""));
      for (const name of new Set([...wanted, ...given])) {
        const mayLack = suffix === "_one" && name === "count" && wanted.has(name);
        if (wanted.has(name) !== given.has(name) && !mayLack)
          problems.push(`${base}${suffix}: {{${name}}} on one side`);
      }
    }
  }
  return problems;
}
