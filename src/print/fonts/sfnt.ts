const HEADER = 12;
const RECORD = 16;
const MAGIC = 0xb1b0afba;

/** A table of a TrueType file. */
export interface Table {
  readonly tag: string;
  readonly data: Uint8Array;
}

/** The tables of a TrueType file (OpenType 1.9, “Organization of an OpenType Font”). */
export function readTables(font: Uint8Array): Table[] {
  const view = viewOf(font);
  return Array.from({ length: view.getUint16(4) }, (_, i) => {
    const record = HEADER + i * RECORD;
    const start = view.getUint32(record + 8);
    return { tag: tagAt(view, record), data: font.subarray(start, start + view.getUint32(record + 12)) };
  });
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

/** A TrueType file of tables, with its sums. */
export function assemble(tables: readonly Table[]): Uint8Array {
  const sizes = tables.map(({ data }) => padded(data.length));
  const start = HEADER + tables.length * RECORD;
  const result = new Uint8Array(start + sizes.reduce((sum, size) => sum + size, 0));
  const view = viewOf(result);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let offset = start;
  tables.forEach(({ tag, data }, i) => {
    const record = HEADER + i * RECORD;
    for (let letter = 0; letter < 4; letter++) view.setUint8(record + letter, tag.charCodeAt(letter));
    result.set(data, offset);
    if (tag === "head") view.setUint32(offset + 8, 0);
    view.setUint32(record + 4, checksum(view, offset, sizes[i] ?? 0));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, data.length);
    offset += sizes[i] ?? 0;
  });
  const head = tables.findIndex(({ tag }) => tag === "head");
  if (head >= 0)
    view.setUint32(
      view.getUint32(HEADER + head * RECORD + 8) + 8,
      (MAGIC - checksum(view, 0, result.length)) >>> 0,
    );
  return result;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** The bytes of a table, to be read as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
