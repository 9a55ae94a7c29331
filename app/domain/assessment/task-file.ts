/** Files of a task: recognised by their first bytes, never by their name alone. */
export const TASK_FILE_TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  png: "image/png",
  jpg: "image/jpeg",
} as const;
export type TaskFileKind = keyof typeof TASK_FILE_TYPES;

/** in bytes */
export const LARGEST_TASK_FILE = 10 * 1024 * 1024;

const BEGINNINGS: readonly { kind: TaskFileKind; bytes: readonly number[] }[] = [
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: "jpg", bytes: [0xff, 0xd8, 0xff] },
  { kind: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** An OpenDocument file stores its type, unpacked, as its first entry; a Word file lists its main part by name. */
const ODT_ENTRY = "mimetypeapplication/vnd.oasis.opendocument.text";
const WORD_PART = "word/document.xml";

/** What a file is by its contents; null where it is none of the kinds taken. */
export function taskFileKindOf(contents: Uint8Array): TaskFileKind | null {
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => contents[index] === byte);
  const plain = BEGINNINGS.find(({ bytes }) => begins(bytes));
  if (plain) return plain.kind;
  if (!begins(ZIP)) return null;
  if (says(contents.subarray(30, 30 + ODT_ENTRY.length), ODT_ENTRY)) return "odt";
  // the list of contents stands at the end of the archive
  return holds(contents.subarray(Math.max(0, contents.length - 262_144)), WORD_PART) ? "docx" : null;
}

function says(bytes: Uint8Array, text: string): boolean {
  return bytes.length === text.length && bytes.every((byte, index) => byte === text.charCodeAt(index));
}

function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (says(bytes.subarray(at, at + text.length), text)) return true;
  }
  return false;
}
