/** A font file with what its `@font-face` rule says of it. */
export interface LoadedFont {
  family: string;
  weight: string;
  unicodeRange: string;
  data: ArrayBuffer;
}

/**
 * The fonts that this page has already fetched, from the browser's cache. A sandboxed frame has a cache of its own that
 * lasts as long as the frame: handed over, the fonts cost a slow line nothing. A font that cannot be read is left out.
 */
export async function loadedFonts(): Promise<LoadedFont[]> {
  const fetched = new Set(performance.getEntriesByType("resource").map(({ name }) => name));
  const fonts = fontFaces().flatMap((face) => {
    const [, address = ""] = /url\("?([^")]+)"?\)/.exec(face.getPropertyValue("src")) ?? [];
    const { href } = new URL(address, document.baseURI);
    return address && fetched.has(href) ? [read(face, href)] : [];
  });
  return (await Promise.all(fonts)).filter((font) => font !== null);
}

function fontFaces(): CSSStyleDeclaration[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [rule.style] : []));
    } catch {
      return []; // a browser extension's own sheet
    }
  });
}

async function read(face: CSSStyleDeclaration, address: string): Promise<LoadedFont | null> {
  try {
    const response = await fetch(address, { cache: "force-cache" });
    if (!response.ok) return null;
    return {
      family: face.getPropertyValue("font-family").replace(/^["']|["']$/g, ""),
      weight: face.getPropertyValue("font-weight") || "400",
      unicodeRange: face.getPropertyValue("unicode-range") || "U+0-10FFFF",
      data: await response.arrayBuffer(),
    };
  } catch {
    return null;
  }
}
