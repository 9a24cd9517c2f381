import { crc32, inflateRawSync } from "node:zlib";

/** One part of a ZIP file, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The file is no whole ZIP file. */
export class ZipFault extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Length of the end record without its comment, and the longest comment. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** The directory of a ZIP file (PKWARE APPNOTE 6.3, 4.3.12 and 4.3.16). Throws {@link ZipFault}. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) throw new ZipFault("no directory");
    const lengths = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset));
    const [name = 0, extra = 0, comment = 0] = lengths;
    entries.push({
      name: view.toString("utf8", at + 46, at + 46 + name),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      unpacked: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function endRecord(view: Buffer): number {
  const first = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= first; at--) if (view.readUInt32LE(at) === END) return at;
  throw new ZipFault("no end");
}

/** Unpacks one part, never to more bytes than its entry says, and checks that it is whole. Throws {@link ZipFault}. */
export function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL) throw new ZipFault(entry.name);
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new ZipFault(entry.name);
  const part = entry.method === 0 ? packed : inflate(packed, entry);
  if (part.length !== entry.unpacked || crc32(part) !== entry.crc) throw new ZipFault(entry.name);
  return part;
}

function inflate(packed: Uint8Array, { method, name, unpacked: size }: ZipEntry): Uint8Array {
  if (method !== 8) throw new ZipFault(name);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    // Whatever the stream has against it, too long among that: the part is not what its entry says.
    throw new ZipFault(name);
  }
}
