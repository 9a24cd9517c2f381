import { arrayAt, numberAt, numbersAt, resolve } from "../objects/access.ts";
import type { PdfFile } from "../objects/file.ts";
import type { Dict, Value } from "../objects/values.ts";

/** Advance widths of a font's glyph codes, in thousandths of the font size. */
export interface Widths {
  readonly byCode: readonly number[];
  /** For the codes that `byCode` does not know. */
  readonly other: number;
}

/** Widths of a composite font's descendant: the arrays W and DW (ISO 32000-2, 9.7.4.3). */
export function compositeWidths(file: PdfFile, descendant: Dict): Widths {
  const byCode: number[] = [];
  const entries = arrayAt(file, descendant, "W");
  for (let i = 0; i < entries.length; ) {
    const first = Number(entries[i]);
    const second = resolve(file, entries[i + 1] as Value);
    if (Array.isArray(second)) {
      second.forEach((width, offset) => {
        byCode[first + offset] = Number(width);
      });
      i += 2;
    } else {
      for (let code = first; code <= Number(second); code++) byCode[code] = Number(entries[i + 2]);
      i += 3;
    }
  }
  return { byCode, other: numberAt(file, descendant, "DW") ?? 1000 };
}

/** Widths of a simple font: the array Widths from FirstChar on; a Type 3 font measures in its own glyph space. */
export function simpleWidths(file: PdfFile, font: Dict): Widths {
  const [scale = 0.001] = numbersAt(file, font, "FontMatrix");
  const first = numberAt(file, font, "FirstChar") ?? 0;
  const byCode: number[] = [];
  numbersAt(file, font, "Widths").forEach((width, offset) => {
    byCode[first + offset] = width * scale * 1000;
  });
  return { byCode, other: 0 };
}
