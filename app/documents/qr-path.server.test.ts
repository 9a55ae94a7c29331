import QRCode from "qrcode";
import { expect, it } from "vitest";
import { qrPath } from "./qr-path.server";

it.each([
  "https://caunoi.example/v/CN-2026-00417/7KQ4M2XD",
  "https://a-longer-name-of-the-site.example.gov.vn/v/CN-2026-00417/7KQ4M2XD",
])("covers exactly the dark modules of %s", (text) => {
  const { size, path } = qrPath(text);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const dark = new Set<string>();
  for (const [run, x = "", y = "", length = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
    expect(run.endsWith(`H${x}z`)).toBe(true);
    for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step} ${y}`);
  }
  expect(path.replaceAll(/M\d+ \d+h\d+v1H\d+z/g, "")).toBe("");
  const expected = new Set<string>();
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules.get(y, x)) expected.add(`${x} ${y}`);
  expect(dark).toEqual(expected);
});
