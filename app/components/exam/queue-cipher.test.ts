import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { queueCipher } from "./queue-cipher";

const newKey = () => randomBytes(32).toString("base64url");
const answer = { item: 3, value: { gap: "Điều 6" }, flagged: true, clientKey: "page-page.7" };

describe("an answer that waits on a device", () => {
  it("is read again with the key of its account and attempt", async () => {
    const cipher = await queueCipher(newKey());
    expect(await cipher.open(await cipher.seal("attempt-one", answer))).toEqual(answer);
  });

  it("says nothing of itself, and never looks the same twice", async () => {
    const cipher = await queueCipher(newKey());
    const [one, two] = [await cipher.seal("attempt-one", answer), await cipher.seal("attempt-one", answer)];
    const text = Buffer.from(one.sealed).toString("latin1");
    expect(text).not.toMatch(/gap|value|flagged/);
    expect(Buffer.from(two.sealed).equals(Buffer.from(one.sealed))).toBe(false);
  });

  it("opens for no other key, at no other place", async () => {
    const cipher = await queueCipher(newKey());
    const sealed = await cipher.seal("attempt-one", answer);
    expect(await (await queueCipher(newKey())).open(sealed)).toBeNull();
    expect(await cipher.open({ ...sealed, item: 4 })).toBeNull();
    expect(await cipher.open({ ...sealed, attempt: "attempt-two" })).toBeNull();
    expect(await cipher.open({ ...sealed, clientKey: "page-page.8" })).toBeNull();
  });
});
