import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// resolved at run time, so that the bundled server finds the package that it is installed beside
const installed = createRequire(import.meta.url);
const files = {
  regular: "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  strong: "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
} as const;

export type Face = keyof typeof files;

let fonts: Record<Face, Buffer> | null = null;

/** Be Vietnam Pro in the two weights of the house, as TrueType; read once. */
export function certificateFonts(): Record<Face, Buffer> {
  fonts ??= {
    regular: readFileSync(installed.resolve(files.regular)),
    strong: readFileSync(installed.resolve(files.strong)),
  };
  return fonts;
}
