import { readFileSync } from "node:fs";

export type Language = "vi" | "en";
type Tree = { [key: string]: string | Tree };

const files = new Map<string, Tree>();

function treeOf(language: Language, namespace: string): Tree {
  const file = `app/i18n/${language}/${namespace}.json`;
  const tree = files.get(file) ?? (JSON.parse(readFileSync(file, "utf8")) as Tree);
  files.set(file, tree);
  return tree;
}

/** A text of the screen by its key; `values` fill its gaps, and what they leave open may be anything. */
export function words(
  key: string,
  values: Record<string, string | number> = {},
  language: Language = "vi",
): string | RegExp {
  const [namespace = "", where = ""] = key.split(":");
  let node: string | Tree | undefined = treeOf(language, namespace);
  const parts = where.split(".");
  for (const [index, part] of parts.entries()) {
    if (typeof node !== "object") break;
    const last = index === parts.length - 1;
    const plural: string = values.count === 1 && language === "en" ? `${part}_one` : `${part}_other`;
    node = node[part] ?? (last ? node[plural] : undefined);
  }
  if (typeof node !== "string") throw new Error(`no text ${key} in ${language}`);
  const text = node.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap));
  if (!text.includes("{{")) return text;
  const pattern = text
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".+");
  return new RegExp(pattern);
}
