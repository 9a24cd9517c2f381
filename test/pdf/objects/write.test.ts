import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PdfFormatError } from "../../../src/pdf/objects/error.ts";
import { openFile, type PdfFile } from "../../../src/pdf/objects/file.ts";
import { formatNumber, serialize } from "../../../src/pdf/objects/serialize.ts";
import { decodeStreamText, flateStream } from "../../../src/pdf/objects/streams.ts";
import { dict, isStream, ref, type Value } from "../../../src/pdf/objects/values.ts";
import { writeFile } from "../../../src/pdf/objects/write.ts";

const PRINT = new URL("../../finish/fixtures/en.pdf", import.meta.url);

/** A file of new objects only. */
function emptyFile(): PdfFile {
  const objects: Value[] = [null];
  return {
    trailer: new Map(),
    get: (id) => objects[id] ?? null,
    set: (id, value) => {
      objects[id] = value;
    },
    add: (value) => ref(objects.push(value) - 1),
  };
}

test("writes objects that read back the same, whatever their kind", () => {
  const file = emptyFile();
  const stream = file.add(flateStream("some \xff content"));
  const root = file.add(
    dict({ Type: "/Catalog", Stream: stream, List: [1, -0.5, true, null, dict({ A: "/B" })] }),
  );
  const copy = openFile(writeFile(file, { version: "1.7", root }));
  const catalog = copy.get(1);
  expect(catalog).toEqual(
    dict({ Type: "/Catalog", Stream: ref(2), List: [1, -0.5, true, null, dict({ A: "/B" })] }),
  );
  const read = copy.get(2);
  expect(isStream(read) && decodeStreamText(read)).toBe("some \xff content");
});

test("leaves out what nothing refers to", () => {
  const file = emptyFile();
  file.add("/Orphan");
  const root = file.add(dict({ Type: "/Catalog" }));
  const copy = openFile(writeFile(file, { version: "1.7", root }));
  expect(copy.get(1)).toEqual(dict({ Type: "/Catalog" }));
  expect([2, 3, 4].map((id) => copy.get(id)).filter((value) => value === "/Orphan")).toEqual([]);
});

test("packs many objects into several streams", () => {
  const file = emptyFile();
  const kids = Array.from({ length: 950 }, (_, i) => file.add(dict({ Number: i })));
  const root = file.add(dict({ Kids: kids }));
  const copy = openFile(writeFile(file, { version: "2.0", root }));
  expect(copy.get(951)).toEqual(dict({ Number: 949 }));
});

test("a plain file reads the same without being unpacked", () => {
  const file = emptyFile();
  const kids = Array.from({ length: 250 }, (_, i) => file.add(dict({ Number: i })));
  const root = file.add(dict({ Kids: kids }));
  const bytes = writeFile(file, { version: "1.7", root, plain: true });
  expect(openFile(bytes).get(251)).toEqual(dict({ Number: 249 }));
  expect(Buffer.from(bytes).includes("FlateDecode")).toBe(false);
});

test("the identifier stands for the content", () => {
  const idOf = (title: string): Value | undefined => {
    const file = emptyFile();
    const root = file.add(dict({ Title: { kind: "string", bytes: title } }));
    return openFile(writeFile(file, { version: "1.7", root })).trailer.get("ID");
  };
  expect(idOf("a")).toEqual(idOf("a"));
  expect(idOf("a")).not.toEqual(idOf("b"));
});

test("reads a browser's print: table, streams, catalog", () => {
  const file = openFile(readFileSync(PRINT));
  expect(file.trailer.get("Root")).toBeDefined();
  expect(file.get(1)).toBeInstanceOf(Map);
  expect(file.get(999999)).toBeNull();
});

test("refuses what is no PDF", () => {
  expect(() => openFile(Buffer.from("hello"))).toThrow(new PdfFormatError("the file has no startxref"));
});

test("never writes an exponent", () => {
  expect(formatNumber(1e-7)).toBe("0.000000");
  expect(serialize([1.5, "/A", "/B"], ({ id }) => id)).toBe("[1.5/A/B]");
});
