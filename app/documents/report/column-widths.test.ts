import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitColumns } from "./column-widths";

/** Letters all alike: half as wide as high. */
const widthOf = (word: string, size: number) => (word.length * size) / 2;
const given = { room: 450, padding: 6, widthOf };
const column = (title: string, width: number, kind: "text" | "date" = "text") => ({ title, kind, width });
const sum = (widths: number[]) => widths.reduce((total, each) => total + each, 0);

describe("the columns of a table on paper", () => {
  it("are in proportion where every word has room", () => {
    const { size, widths } = fitColumns([column("A", 10), column("B", 20)], [["x", "y z"]], given);
    expect(size).toBe(10.5);
    expect(widths).toEqual([150, 300]);
  });

  it("give way to the longest word of another, and to a day", () => {
    const columns = [column("Name", 90), column("State", 5), column("Since", 5, "date")];
    const { size, widths } = fitColumns(columns, [["An", "Provisional", "2026"]], given);
    expect(size).toBe(10.5);
    expect(widths[1]).toBeCloseTo(11 * 5.25 + 6, 9);
    expect(widths[2]).toBeCloseTo(10 * 5.25 + 6, 9);
    expect(sum(widths)).toBeCloseTo(450, 9);
  });

  it("are set smaller before a word breaks", () => {
    const columns = Array.from({ length: 8 }, () => column("Certification", 10));
    const { size, widths } = fitColumns(columns, [], given);
    expect(size).toBeLessThan(10.5);
    expect(size).toBeGreaterThan(7.9);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(13 * 0.5 * 7.9);
    expect(sum(widths)).toBeCloseTo(450, 9);
  });

  it("always fill the room; no word breaks unless nothing helps", () => {
    const word = fc.string({ minLength: 1, maxLength: 14 }).map((text) => text.replaceAll(/\s/g, "x"));
    const asked = fc.record({
      title: word,
      kind: fc.constantFrom("text", "date"),
      width: fc.integer({ min: 4, max: 48 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 12 }), fc.array(fc.array(word)), (columns, cells) => {
        const { size, widths } = fitColumns(columns as ReturnType<typeof column>[], cells, given);
        expect(sum(widths)).toBeCloseTo(450, 6);
        expect(Math.min(...widths)).toBeGreaterThan(0);
        if (size === 8) return;
        for (const [index, { title }] of columns.entries())
          for (const each of [title, ...cells.map((row) => row[index] ?? "")])
            expect((widths[index] ?? 0) + 1e-9).toBeGreaterThanOrEqual(Math.min(84, widthOf(each, size)) + 6);
      }),
    );
  });
});
