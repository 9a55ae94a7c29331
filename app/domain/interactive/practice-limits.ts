/** What a frame may hand over: a hostile package can send anything, of any size, at any pace. */
export const LARGEST_STATE_BYTES = 64 * 1024;
export const LARGEST_STATEMENT_BYTES = 64 * 1024;

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
