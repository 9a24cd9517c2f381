/**
 * An sRGB colour profile, ICC version 4.2: matrix and parametric curve after IEC 61966-2-1, adapted to D50 (Bradford). Made here
 * so that no profile of another's needs to be shipped.
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  const tags: [string, Buffer][] = [
    ["desc", textTag("sRGB")],
    ["cprt", textTag("No copyright, use freely")],
    ["wtpt", pointTag(D50)],
    ["chad", Buffer.concat([Buffer.from("sf32\0\0\0\0", "latin1"), ...BRADFORD_D65_TO_D50.map(fixed)])],
    ["rXYZ", pointTag([0.4360747, 0.2225045, 0.0139322])],
    ["gXYZ", pointTag([0.3850649, 0.7168786, 0.0971045])],
    ["bXYZ", pointTag([0.1430804, 0.0606169, 0.7141733])],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  return assemble(tags);
}

const HEADER_LENGTH = 128;
const D50 = [0.9642, 1, 0.8249];
const BRADFORD_D65_TO_D50 = [
  1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
];

/** A number as s15Fixed16. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}

function pointTag(point: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from("XYZ \0\0\0\0", "latin1"), ...point.map(fixed)]);
}

/** A parametric curve of type 3: (a·x + b)^g from d on, c·x below. */
function curveTag(parameters: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from("para\0\0\0\0\0\x03\0\0", "latin1"), ...parameters.map(fixed)]);
}

/** A text in one language (multiLocalizedUnicode). */
function textTag(text: string): Buffer {
  const head = Buffer.alloc(28);
  head.write("mluc", 0, "latin1");
  head.writeUInt32BE(1, 8);
  head.writeUInt32BE(12, 12);
  head.write("enUS", 16, "latin1");
  head.writeUInt32BE(text.length * 2, 20);
  head.writeUInt32BE(28, 24);
  return Buffer.concat([head, Buffer.from(text, "utf16le").swap16()]);
}

/** Header, tag table and tags; a tag that stands under several names is written once. */
function assemble(tags: readonly [string, Buffer][]): Buffer {
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const offsets = new Map<Buffer, number>();
  let length = HEADER_LENGTH + table.length;
  tags.forEach(([name, body], i) => {
    if (!offsets.has(body)) {
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      offsets.set(body, length);
      bodies.push(padded);
      length += padded.length;
    }
    table.write(name, 4 + 12 * i, "latin1");
    table.writeUInt32BE(offsets.get(body) ?? 0, 8 + 12 * i);
    table.writeUInt32BE(body.length, 12 + 12 * i);
  });
  return Buffer.concat([header(length), table, ...bodies]);
}

function header(length: number): Buffer {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  // A date is required: a fixed one, 2000-01-01.
  [2000, 1, 1, 0, 0, 0].forEach((part, i) => {
    bytes.writeUInt16BE(part, 24 + 2 * i);
  });
  bytes.write("acsp", 36, "latin1");
  Buffer.concat(D50.map(fixed)).copy(bytes, 68);
  return bytes;
}
