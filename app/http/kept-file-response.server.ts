import { type Room, readKeptFile } from "~/documents/kept-files.server";

/** Kept bytes as a download: always to be saved, never shown as a page of this site. */
export async function keptFileResponse(
  room: Room,
  { name, mediaType, sha256 }: { name: string; mediaType: string; sha256: string },
): Promise<Response> {
  const bytes = await readKeptFile(room, sha256);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
