import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// resolved at run time, so that the bundled server finds the package that it is installed beside
const installed = createRequire(import.meta.url);
const files = {
  regular: "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  strong: "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  slanted: "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "strong-slanted": "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const;

export type ReportFace = keyof typeof files;
export const REPORT_FACES = Object.keys(files) as ReportFace[];

const read = new Map<ReportFace, Buffer>();

/** Tinos, as wide as Times New Roman in every letter: the face of administrative papers. Read once. */
export function reportFont(face: ReportFace): Buffer {
  const font = read.get(face) ?? readFileSync(installed.resolve(files[face]));
  read.set(face, font);
  return font;
}
