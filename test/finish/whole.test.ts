import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bind } from "../../src/finish/bind/bind.ts";
import { joinFonts, shownGlyphs } from "../../src/finish/bind/fonts.ts";
import { openPart } from "../../src/finish/bind/open-part.ts";
import { finish } from "../../src/finish/finish.ts";
import { finishPart } from "../../src/finish/part.ts";
import type { Conformance } from "../../src/finish/request.ts";
import { emptyFile, openFile, type PdfFile } from "../../src/pdf/objects/file.ts";
import { serialize } from "../../src/pdf/objects/serialize.ts";
import { decodeStreamText } from "../../src/pdf/objects/streams.ts";
import { isStream, type Value } from "../../src/pdf/objects/values.ts";
import { ATTACHMENT, request } from "./request.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const print = (name: string) => readFileSync(join(FIXTURES, `${name}.pdf`));

/** A stream's own words; of long ones and of programs only a fingerprint. */
function streamText(text: string): string {
  if (text.length < 3000 && !text.includes("\0")) return text;
  return `${text.length} bytes, ${createHash("sha256").update(text, "latin1").digest("hex").slice(0, 16)}`;
}

function objectText(value: Value): string {
  const written = serialize(value, ({ id }) => id);
  if (!isStream(value)) return written;
  return `${written.replace(/\/Length \d+/, "/Length …")}\n${streamText(decodeStreamText(value))}`;
}

/** Everything that a file says, object by object. */
function fileText(file: PdfFile): string {
  const lines: string[] = [];
  for (let id = 1; id < Number(file.trailer.get("Size")); id++) {
    const value = file.get(id);
    const type = value instanceof Map || isStream(value) ? value : null;
    if (type !== null && isStream(type) && ["/XRef", "/ObjStm"].includes(String(type.dict.get("Type"))))
      continue;
    lines.push(`${id}: ${objectText(value)}`);
  }
  return `${lines.join("\n")}\n`;
}

test.each<[string, Conformance]>([
  ["en", "ua1-a3a"],
  ["ko", "ua2-a4f"],
])("a finished document, whole (%s, %s)", async (language, conformance) => {
  const { bytes } = finish(print(language), request({ conformance }));
  await expect(fileText(openFile(bytes))).toMatchFileSnapshot(
    join(FIXTURES, `${language}.${conformance}.txt`),
  );
});

test("three parts bound, with fonts that they share", async () => {
  const parts = [
    finishPart(print("zh-CN"), "a"),
    finishPart(print("en"), "b"),
    finishPart(print("zh-CN"), "c"),
  ];
  const open = parts.map(({ bytes }) => openPart(bytes));
  const names = [...shownGlyphs(open).keys()];
  const programs = new Map(names.map((name) => [name, { deflated: new Uint8Array([1, 2, 3]), length: 9 }]));
  const attachments = [
    ATTACHMENT,
    { ...ATTACHMENT, name: "a.json", mime: "application/json", shownIn: ["heading-1", "nowhere"] },
    { ...ATTACHMENT, name: "b.txt", mime: "text/plain", shownIn: undefined },
  ];
  const { bytes } = bind(open, request({ attachments, outlineLevels: 1 }), programs);
  const file = openFile(bytes);
  const text = fileText({ ...file, get: (id) => withoutProgram(file.get(id)) });
  await expect(text).toMatchFileSnapshot(join(FIXTURES, "bound.txt"));
  expect(joinFonts(emptyFile(), open, new Map()).map(({ size }) => size)).toEqual([0, 0, 0]);
});

/** The made-up programs above cannot be unpacked. */
function withoutProgram(value: Value): Value {
  return isStream(value) && value.dict.has("Length1") && value.data.length === 3 ? value.dict : value;
}
