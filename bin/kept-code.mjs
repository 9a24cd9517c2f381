// What V8 compiled of the bundle's chunks, kept from one process to the next: in dist/, so that it goes with the bundle that it is of.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
// By its default: Nodes older than the pinned one, which only start that one, have no `crc32`.
import zlib from "node:zlib";
import { DIST } from "./bundle-stamp.mjs";

/** Code is written anew when so much more of it is compiled; the same work may differ by a hundredth of that. */
const GROWTH = 1.005;
/** A chunk in which so many processes in turn compiled nothing more is not looked at again: each look takes 20 ms of a build. */
const ENOUGH = 2;

/**
 * The compiled code of one program, such as a command. Node's own compile cache keeps a module as it is before it runs, when hardly a function of it
 * is compiled: compiling them as they are called takes a tenth of a build. Here a process keeps, when it exits, what was compiled until then. Code is
 * for a V8 of the same version and settings. Nothing here can fail: without code, V8 compiles.
 */
export function keptCode(program) {
  const folder = join(DIST, "code", `${program}-${cachedDataVersionTag().toString(16)}`);
  const looks = readLooks(folder);
  const loaded = new Map();
  return {
    /** The code that was kept of a chunk with this source, if any. */
    codeOf: (chunk, source) => readOr(undefined, () => unsealed(readFileSync(join(folder, chunk)), source)),
    /** Tells of a chunk that was loaded: with the code that was kept, or with none. */
    add: (chunk, source, script, code) => void loaded.set(chunk, { source, script, size: code?.length ?? 0 }),
    keep() {
      const open = [...loaded].filter(([chunk, { size }]) => size === 0 || !(looks[chunk] >= ENOUGH));
      if (open.length === 0) return;
      readOr(undefined, () => mkdirSync(folder, { recursive: true }));
      for (const [chunk, { source, script, size }] of open) {
        const code = script.createCachedData();
        const more = code.length > size * GROWTH;
        if (more) replace(join(folder, chunk), sealed(code, source));
        looks[chunk] = more ? 0 : (looks[chunk] ?? 0) + 1;
      }
      replace(join(folder, LOOKS), JSON.stringify(looks));
    },
  };
}

/** Code with a CRC-32 of its source and itself behind it: V8 knows the source by its length only, and has been seen to crash on code that was spoiled. */
function sealed(code, source) {
  const seal = Buffer.alloc(4);
  seal.writeUInt32LE(zlib.crc32(code, zlib.crc32(source)));
  return Buffer.concat([code, seal]);
}

function unsealed(bytes, source) {
  const code = bytes.subarray(0, -4);
  return zlib.crc32(code, zlib.crc32(source)) === bytes.readUInt32LE(code.length) ? code : undefined;
}

const LOOKS = "looks.json";

/** How many processes in turn compiled nothing more of a chunk. */
function readLooks(folder) {
  const read = readOr({}, () => JSON.parse(readFileSync(join(folder, LOOKS), "utf8")));
  return typeof read === "object" && read !== null ? read : {};
}

/** Whole or not at all, whoever else writes at the same time; not at all, too, where nothing can be written. */
function replace(path, content) {
  const fresh = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  } catch {
    readOr(undefined, () => rmSync(fresh, { force: true }));
  }
}

function readOr(otherwise, read) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
