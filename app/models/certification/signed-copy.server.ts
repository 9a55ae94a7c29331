import { reader } from "~/models/database.server";

/** The PDF on which the issuing body put its own public-service signature; null where there is none in force. */
export async function signedCopyOf(
  certificateId: number,
): Promise<{ sha256: string; signer: string; signedOn: string } | null> {
  const client = await reader();
  const row = await client.certificate_signed_copy.findFirst({
    where: { certificate_id: certificateId, retracted_change: null },
    orderBy: { id: "desc" },
  });
  return row && { sha256: row.sha256, signer: row.signer, signedOn: row.signed_on };
}
