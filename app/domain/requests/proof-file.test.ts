import { expect, it } from "vitest";
import { proofTypeOf } from "./proof-file";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it.each([
  ["a PDF", bytes("%PDF-1.7 …"), "application/pdf"],
  ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "image/jpeg"],
  ["a PNG", bytes("\x89PNG\r\n\x1a\nIHDR"), "image/png"],
  ["a web page named .pdf", bytes("<html>"), null],
  ["a PDF cut short", bytes("%PD"), null],
  ["nothing", new Uint8Array(), null],
])("knows %s by its first bytes", (_, contents, type) => {
  expect(proofTypeOf(contents)).toBe(type);
});
