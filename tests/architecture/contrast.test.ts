import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// WCAG 2.2: 1.4.3 (text, 4.5) and 1.4.11 (parts and states, 3), for every pair of tokens that stand on each other

const css = readFileSync(path.resolve("app/styles/tokens.css"), "utf8");

type Tokens = Record<string, string>;

/** The colours of each block `{ … }` that follows a selector. */
function blocksOf(selector: string): Tokens[] {
  const found: Tokens[] = [];
  for (let at = css.indexOf(`${selector} {`); at >= 0; at = css.indexOf(`${selector} {`, at + 1)) {
    const block = css.slice(at, css.indexOf("}", at));
    const tokens = Object.fromEntries(
      [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    found.push(tokens);
  }
  return found;
}

const light = blocksOf(":root")[0] ?? {};
const bySystem = blocksOf(':root:not([data-theme="light"])')[0] ?? {};
const byReader = blocksOf(':root[data-theme="dark"]')[0] ?? {};
const themes: Record<string, Tokens> = { light, dark: { ...light, ...byReader } };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [tokens[one], tokens[other]];
  if (!a || !b) throw new Error(`No such token: ${a ? other : one}`);
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Foreground, the grounds it stands on, the least contrast. */
const pairs: [string, string[], number][] = [
  ["ink", ["paper", "surface", "sunken", "primary-soft", "ok-soft", "warn-soft", "bad-soft"], 4.5],
  ["ink-2", ["paper", "surface", "sunken", "mute-soft", "primary-soft"], 4.5],
  ["link", ["paper", "surface", "sunken", "primary-soft", "ok-soft", "warn-soft", "bad-soft"], 4.5],
  ["primary", ["paper", "surface", "primary-soft"], 4.5],
  ["on-primary", ["primary", "primary-strong"], 4.5],
  ["on-band", ["band"], 4.5],
  ["ok", ["ok-soft", "paper", "surface"], 4.5],
  ["warn", ["warn-soft", "paper", "surface"], 4.5],
  ["bad", ["bad-soft", "paper", "surface"], 4.5],
  ...[0, 1, 2, 3, 4].map((step): [string, string[], number] => [`heat-${step}-ink`, [`heat-${step}`], 4.5]),
  ["edge", ["paper", "surface", "sunken", "primary-soft"], 3],
  ["warn-fill", ["paper", "surface"], 3],
  ["accent", ["band"], 3],
  ["focus", ["paper", "surface", "focus-halo"], 3],
];

const table = Object.keys(themes).flatMap((theme) =>
  pairs.flatMap(([front, grounds, least]) => grounds.map((ground) => ({ theme, front, ground, least }))),
);

test.each(table)("$theme: $front on $ground is at least $least", ({ theme, front, ground, least }) => {
  expect(contrast(themes[theme] ?? {}, front, ground)).toBeGreaterThanOrEqual(least);
});

test.each(Object.keys(themes))("%s: one of the two colours of the focus ring stands out from the band", (theme) => {
  const tokens = themes[theme] ?? {};
  const best = Math.max(contrast(tokens, "focus", "band"), contrast(tokens, "focus-halo", "band"));
  expect(best).toBeGreaterThanOrEqual(3);
});

test("the dark colours are the same, whether the system asks for them or the reader", () => {
  expect(Object.keys(byReader).length).toBeGreaterThan(30);
  expect(bySystem).toEqual(byReader);
});
