import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { PipeableStream } from "react-dom/server";

/**
 * A page as React renders it, whole. React 18 leaves zero bytes at the end of a piece where the next character is longer than what is
 * left of it, and a browser shows them as "�" in the middle of a Vietnamese word: no page has any of its own, so they are left out.
 */
export async function renderedHtml(pipe: PipeableStream["pipe"]): Promise<Buffer<ArrayBuffer>> {
  const body = new PassThrough();
  pipe(body);
  return withoutZeros(await buffer(body));
}

/** Piece by piece: to look at each of a hundred thousand bytes takes as long as rendering a small page. */
function withoutZeros(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const pieces: Buffer<ArrayBuffer>[] = [];
  let from = 0;
  for (let zero = page.indexOf(0); zero >= 0; zero = page.indexOf(0, from)) {
    pieces.push(page.subarray(from, zero));
    from = zero + 1;
  }
  return pieces.length === 0 ? page : Buffer.concat([...pieces, page.subarray(from)]);
}
