/**
 * Whether bytes are a PDF with a signature in it, by what stands in the file: whose it is and whether it holds is for a reader that knows
 * the trust list. "unsigned": a PDF without one.
 */
export function looksSigned(bytes: Uint8Array): "signed" | "unsigned" | "not-a-pdf" {
  const text = new TextDecoder("latin1").decode(bytes);
  // readers accept the mark within the first kilobyte, and the end mark near the end
  if (!text.slice(0, 1024).includes("%PDF-") || !text.slice(-2048).includes("%%EOF")) return "not-a-pdf";
  return /\/ByteRange\s*\[/.test(text) && /\/Contents\s*</.test(text) ? "signed" : "unsigned";
}

/** in bytes */
export const LARGEST_SIGNED_COPY = 5 * 1024 * 1024;
