import { createHash } from "node:crypto";
import type { PdfFile } from "./file.ts";
import { serialize } from "./serialize.ts";
import { flateStream, plainStream } from "./streams.ts";
import { type Dict, dict, isStream, type Ref, ref, type Stream, type Value } from "./values.ts";

/** Objects per object stream: more compress better, fewer are faster to open at random. */
const PACK_SIZE = 200;

/** What a written file says of itself. */
export interface WriteOptions {
  /** Version in the header: `1.7`, `2.0`. */
  readonly version: string;
  /** The catalog, and the information dictionary where there is one. */
  readonly root: Ref;
  readonly info?: Ref | undefined;
  /** For a file that only we read: its objects are packed without being compressed, which takes longer than reading more bytes. */
  readonly plain?: boolean;
}

interface Output {
  /** Makes a stream of what the file says of its objects. */
  readonly streamOf: typeof flateStream;
  readonly chunks: Uint8Array[];
  /** Cross-reference entries by object number: type, offset or container, index. */
  readonly entries: [number, number, number][];
  length: number;
}

/**
 * Writes all objects that can be reached from the root, packed into object streams and renumbered in the order in which they
 * are met. The file's ID is a hash of what was written: the same objects give the same bytes.
 */
export function writeFile(file: PdfFile, { version, root, info, plain = false }: WriteOptions): Uint8Array {
  const streamOf = plain ? plainStream : flateStream;
  const output: Output = { streamOf, chunks: [], entries: [[0, 0, 65535]], length: 0 };
  append(output, Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, "latin1"));
  const queue: number[] = [];
  const numbers = new Map<number, number>();
  const numberOf = ({ id }: Ref): number => {
    let number = numbers.get(id);
    if (number === undefined) {
      queue.push(id);
      number = queue.length;
      numbers.set(id, number);
    }
    return number;
  };
  const trailer = dict({
    Root: ref(numberOf(root)),
    Info: info === undefined ? undefined : ref(numberOf(info)),
  });
  const packed: [number, string][] = [];
  for (let i = 0; i < queue.length; i++) {
    const value = file.get(queue[i] ?? 0);
    const syntax = serialize(value, numberOf);
    if (isStream(value)) appendStream(output, i + 1, syntax, value);
    else packed.push([i + 1, syntax]);
  }
  appendPacks(output, packed, queue.length + 1);
  appendCrossReference(output, trailer);
  return Buffer.concat(output.chunks, output.length);
}

function append(output: Output, bytes: Uint8Array): void {
  output.chunks.push(bytes);
  output.length += bytes.length;
}

function appendStream(output: Output, number: number, syntax: string, { data }: Stream): void {
  output.entries[number] = [1, output.length, 0];
  append(output, Buffer.from(`${number} 0 obj\n${syntax}\nstream\n`, "latin1"));
  append(output, data);
  append(output, Buffer.from("\nendstream\nendobj\n", "latin1"));
}

const asWritten = ({ id }: Ref): number => id;

function appendPacks(output: Output, objects: readonly [number, string][], firstNumber: number): void {
  for (let start = 0, container = firstNumber; start < objects.length; start += PACK_SIZE, container++) {
    const part = objects.slice(start, start + PACK_SIZE);
    let head = "";
    let body = "";
    part.forEach(([number, syntax], index) => {
      head += `${number} ${body.length} `;
      body += `${syntax}\n`;
      output.entries[number] = [2, container, index];
    });
    const entries = dict({ Type: "/ObjStm", N: part.length, First: head.length });
    const stream = output.streamOf(head + body, entries);
    appendStream(output, container, serialize(stream.dict, asWritten), stream);
  }
}

const WIDTHS = [1, 4, 2] as const;

function appendCrossReference(output: Output, trailer: Dict): void {
  const number = output.entries.length;
  const start = output.length;
  const id: Value = { kind: "string", bytes: fingerprint(output.chunks) };
  output.entries.push([1, start, 0]);
  const table = new Uint8Array(output.entries.length * 7);
  const view = new DataView(table.buffer);
  output.entries.forEach(([type, second, third], i) => {
    view.setUint8(i * 7, type);
    view.setUint32(i * 7 + 1, second);
    view.setUint16(i * 7 + 5, third);
  });
  const entries = dict({ Type: "/XRef", Size: output.entries.length, W: [...WIDTHS], ID: [id, id] });
  const stream = output.streamOf(table, new Map([...entries, ...trailer]));
  appendStream(output, number, serialize(stream.dict, asWritten), stream);
  append(output, Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1"));
}

/** 16 bytes that stand for the content. */
function fingerprint(chunks: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest().toString("latin1", 0, 16);
}
