import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPicture } from "./picture.server";

const png = readFileSync("courses/communication-skills/pictures/questions-by-topic.png");

/** A JPEG as far as its frame header. */
function jpg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const table = Buffer.from([0xff, 0xc4, 0, 4, 1, 2]);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), table, frame]);
}

function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(32, 4);
  bytes.write("WEBPVP8X", 8, "latin1");
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}

describe("a picture", () => {
  it.each([
    ["PNG", png, { kind: "png", width: 640, height: 360 }],
    ["JPEG", jpg(300, 200), { kind: "jpg", width: 300, height: 200 }],
    ["WebP", webp(4000, 1), { kind: "webp", width: 4000, height: 1 }],
  ])("of %s is known by its bytes, with its size", (_name, bytes, picture) => {
    expect(readPicture(bytes)).toEqual({ ok: true, picture });
  });

  it.each([
    ["SVG, which can carry scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "no-picture"],
    ["HTML", Buffer.from("<!doctype html>"), "no-picture"],
    ["GIF", Buffer.from("GIF89a\x01\x00\x01\x00", "latin1"), "no-picture"],
    ["nothing", Buffer.alloc(0), "no-picture"],
    ["a PNG cut short", png.subarray(0, 200), "broken-picture"],
    ["a JPEG without a frame", jpg(1, 1).subarray(0, 14), "broken-picture"],
    ["a JPEG of no width", jpg(0, 5), "broken-picture"],
    [
      "a WebP of an unknown form",
      Buffer.from("RIFF\x20\x00\x00\x00WEBPXXXX".padEnd(40, "\0"), "latin1"),
      "broken-picture",
    ],
    ["a side too long", jpg(4001, 10), "picture-too-wide"],
    ["too many bytes", Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]), "picture-too-large"],
  ])("%s is refused", (_name, bytes, refusal) => {
    expect(readPicture(bytes)).toEqual({ ok: false, refusal });
  });
});
