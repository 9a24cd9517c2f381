import { inflateSync } from "node:zlib";

/** A decoded picture: three bytes for each pixel, row by row. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel. */
  readonly at: (x: number, y: number) => readonly [number, number, number];
}

/** Decodes a PNG of 8-bit colours without filters; fails for any other. */
export function decodePng(png: Uint8Array): Decoded {
  const bytes = Buffer.from(png);
  if (bytes.subarray(1, 4).toString("latin1") !== "PNG") throw new Error("not a PNG");
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.subarray(at + 4, at + 8).toString("latin1") === "IDAT")
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes.subarray(24, 29).toString("hex") !== "0802000000") throw new Error("not 8-bit colour");
  const rows = inflateSync(Buffer.concat(data));
  const row = width * 3 + 1;
  if (rows.length !== row * height) throw new Error("the rows do not fit");
  for (let y = 0; y < height; y++) if (rows[y * row] !== 0) throw new Error("filtered");
  return {
    width,
    height,
    at: (x, y) => {
      const place = y * row + 1 + x * 3;
      return [rows[place] ?? 0, rows[place + 1] ?? 0, rows[place + 2] ?? 0];
    },
  };
}
