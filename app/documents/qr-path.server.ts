import QRCode from "qrcode";

/** A QR code as one SVG path in units of modules, without the quiet zone: leave four modules of white around it. */
export interface QrPath {
  /** modules along one side */
  size: number;
  path: string;
}

/** Error correction M: 15 % of the print may be lost. */
export function qrPath(text: string): QrPath {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      path += `M${start} ${row}h${column - start + 1}v1H${start}z`;
    }
  }
  return { size: modules.size, path };
}
