import { createHash } from "node:crypto";
import JSZip from "jszip";
import type { DocumentEvidence, EvidenceFile } from "~/domain/evidence-file/evidence-file";

/** A line of the manifest: what lies in the archive, and its SHA-256. `missing`: named by the file, and not there. */
export interface ManifestLine {
  name: string;
  sha256: string;
  bytes: number | null;
  missing?: true;
}

/**
 * An evidence file as one archive: `evidence.json`, the documents, and `manifest.json` with the hash of each, in the order of the
 * archive. The manifest's own hash goes with the answer, not into the archive.
 */
export async function evidenceArchive(
  file: EvidenceFile,
  read: (document: DocumentEvidence) => Promise<Uint8Array | null>,
): Promise<{ bytes: Uint8Array; manifest: ManifestLine[]; sha256: string }> {
  const zip = new JSZip();
  // the moment of taking, so that the same file is the same archive
  const date = new Date(file.taken.at);
  const manifest: ManifestLine[] = [];
  const add = (name: string, bytes: Uint8Array) => {
    zip.file(name, bytes, { date, createFolders: false });
    manifest.push({ name, sha256: hashOf(bytes), bytes: bytes.length });
  };
  add("evidence.json", new TextEncoder().encode(`${JSON.stringify(file, null, 1)}\n`));
  for (const document of file.documents) {
    const bytes = await read(document);
    if (bytes) add(document.name, bytes);
    else manifest.push({ ...document, missing: true });
  }
  const listed = new TextEncoder().encode(`${JSON.stringify({ form: 1, of: file.of, files: manifest }, null, 1)}\n`);
  zip.file("manifest.json", listed, { date });
  const bytes = await zip.generateAsync({
    type: "uint8array",
    compression: "DEFLATE",
    compressionOptions: { level: 6 },
  });
  return { bytes, manifest, sha256: hashOf(listed) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
