import { describe, expect, it } from "vitest";
import { competenciesSchema, positionsSchema } from "./framework";

const text = { vi: "Một", en: "One" };

describe("competencies", () => {
  const withLevels = (levels: number[]) => ({
    version: "1",
    valid_from: "2026-01-01",
    groups: [{ key: "g", title: text }],
    competencies: [
      {
        key: "c",
        group: "g",
        title: text,
        description: text,
        levels: levels.map((level) => ({ level, indicator: text })),
      },
    ],
  });
  it.each([
    [[1, 2, 3, 4, 5], true],
    [[1, 2, 3, 4], false],
    [[2, 1, 3, 4, 5], false],
    [[1, 2, 3, 4, 4], false],
    [[0, 1, 2, 3, 4], false],
  ])("with the levels %s: %s", (levels, accepted) =>
    expect(competenciesSchema.safeParse(withLevels(levels)).success).toBe(accepted),
  );
});

describe("positions", () => {
  it.each([
    [{}, true],
    [{ CENTRAL: 5 }, true],
    [{ CENTRAL: 6 }, false],
    [{ PROVINCIAL: 0 }, false],
    [{ DISTRICT: 2 }, false],
  ])("that require %o: %s", (levels, accepted) => {
    const position = { key: "p", title: text, short: text, focal: false, collaborator: false };
    const positions = [{ ...position, requirements: [{ competency: "c", levels }] }];
    expect(positionsSchema.safeParse({ version: "1", valid_from: "2026-01-01", positions }).success).toBe(accepted);
  });
});
