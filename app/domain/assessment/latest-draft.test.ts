import fc from "fast-check";
import { expect, it } from "vitest";
import { latestDraft } from "./latest-draft";

const save = (id: number, clientKey: string) => ({ id, clientKey });

it("is the save that the server took last, of whichever page", () => {
  expect(latestDraft([])).toBeNull();
  expect(latestDraft([save(2, "page-two.1"), save(1, "page-one.9")])?.id).toBe(2);
});

it("leaves out what its own page had overtaken", () => {
  const saves = [save(1, "page-one.2"), save(2, "page-one.1"), save(3, "page-two.5"), save(4, "page-one.1")];
  expect(latestDraft(saves)?.id).toBe(3);
  expect(latestDraft(saves.slice(0, 2))?.id).toBe(1);
});

it("of one page is its furthest save, in whatever order they arrive", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), (places) => {
      const saves = places.map((place, index) => save(index + 1, `one-page.${place}`));
      expect(latestDraft(saves)?.clientKey).toBe(`one-page.${Math.max(...places)}`);
    }),
  );
});
