import { heightOf, type Line, type Setting, type Sheet, U, widthOf } from "./sheet.server";

/** One text of a column. Sizes and gaps in `U`, so that a whole column can shrink. */
export interface Block {
  text: string;
  language: "vi" | "en";
  size: number;
  gap?: number;
  face?: Setting["face"];
  color?: string;
  role?: Line["role"];
  /** stands behind the block before it, on the same line, where both fit on one */
  beside?: boolean;
  /** shrinks to this size before it wraps */
  leastSize?: number;
}

export interface Column {
  x: number;
  width: number;
  align?: Setting["align"];
}

export interface Flow {
  /** `y` counts from the top of the column */
  lines: Line[];
  height: number;
}

const LEAST_SCALE = 0.5;

/** Sets the blocks below one another, in the largest scale up to 1 in which they are no higher than `height` points. */
export function fitColumn(sheet: Sheet, blocks: readonly Block[], column: Column, height: number): Flow {
  for (let scale = 1; ; scale -= 0.02) {
    const flow = flowAt(sheet, blocks, column, scale);
    if (flow.height <= height || scale <= LEAST_SCALE) return flow;
  }
}

function flowAt(sheet: Sheet, blocks: readonly Block[], { x, width, align }: Column, scale: number): Flow {
  const lines: Line[] = [];
  let height = 0;
  for (const block of blocks) {
    const size = scale * sizeOf(sheet, block, width / scale);
    const setting: Setting = { size, face: block.face, color: block.color, align };
    const line = { ...setting, text: block.text, language: block.language, role: block.role };
    const before = lines.at(-1);
    const space = 0.6 * size;
    const taken = before ? widthOf(sheet, before.text, before) + (before.x - x) + space : 0;
    if (block.beside && before && taken + widthOf(sheet, block.text, setting) <= width) {
      // the font rises one em, so the difference of the sizes brings both to the same base line
      lines.push({ ...line, x: x + taken, y: before.y + before.size - size, width: width - taken + 1 });
      continue;
    }
    height += scale * (block.gap ?? 0) * U;
    lines.push({ ...line, x, y: height, width });
    height += heightOf(sheet, block.text, setting, width);
  }
  return { lines, height };
}

function sizeOf(sheet: Sheet, { text, face, size, leastSize }: Block, width: number): number {
  if (leastSize === undefined) return size * U;
  const natural = widthOf(sheet, text, { size: size * U, face });
  return U * Math.max(leastSize, Math.min(size, (size * width * 0.995) / natural));
}
