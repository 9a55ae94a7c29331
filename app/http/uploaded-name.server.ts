/** A name that is only shown and offered for saving: no folders, no control characters. */
export function uploadedName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Surrogate}"]/gu, "").slice(-120) || "file";
}
