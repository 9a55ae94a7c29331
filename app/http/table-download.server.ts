import { spreadsheet } from "~/documents/spreadsheet.server";
import { workbookFile } from "~/documents/workbook-file.server";

export const TABLE_FORMATS = ["csv", "xlsx"] as const;

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A table as a file to be saved, in the format of the address. */
export async function tableDownload(
  name: string,
  format: (typeof TABLE_FORMATS)[number],
  sheet: string,
  { header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] },
): Promise<Response> {
  const body = format === "csv" ? spreadsheet(header, rows) : await workbookFile(sheet, header, rows);
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
