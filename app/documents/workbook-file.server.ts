import ExcelJS from "exceljs";

/** A table as XLSX. All cells are text: none is ever a formula. */
export async function workbookFile(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  page.addRow([...header]);
  page.getRow(1).font = { bold: true };
  for (const row of rows) page.addRow([...row]);
  for (const [index, heading] of header.entries()) {
    const column = page.getColumn(index + 1);
    column.width = Math.max(14, heading.length + 4);
    // what is typed below stays text too: codes keep their zeros, dates their form
    column.numFmt = "@";
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
