import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bind } from "../../../src/finish/bind/bind.ts";
import { joinFonts, shownGlyphs } from "../../../src/finish/bind/fonts.ts";
import { openPart } from "../../../src/finish/bind/open-part.ts";
import { finish } from "../../../src/finish/finish.ts";
import { finishPart } from "../../../src/finish/part.ts";
import type { Conformance } from "../../../src/finish/request.ts";
import { PdfFormatError } from "../../../src/pdf/objects/error.ts";
import { emptyFile } from "../../../src/pdf/objects/file.ts";
import { readPdf } from "../../../src/pdf/read.ts";
import { descendants } from "../../../src/pdf/structure/element.ts";
import { elementText } from "../../../src/pdf/structure/text.ts";
import { request } from "../request.ts";

const print = (language: string) => readFileSync(new URL(`../fixtures/${language}.pdf`, import.meta.url));
const part = (language: string, name: string) => openPart(finishPart(print(language), name).bytes);
const NONE = new Map();

const texts = (bytes: Uint8Array) =>
  descendants(readPdf(bytes).structure).map((element) => `${element.role} ${elementText(element)}`);

test.each<Conformance>(["ua1-a3a", "ua2-a4f"])(
  "two parts hold what both held, in order (%s)",
  (conformance) => {
    const asked = request({ conformance });
    const both = bind([part("en", "a"), part("ko", "b")], asked, NONE).bytes;
    const [first, second] = [finish(print("en"), asked).bytes, finish(print("ko"), asked).bytes];
    expect(texts(both).slice(1)).toEqual([...texts(first).slice(1), ...texts(second).slice(1)]);
    const [a, b, whole] = [readPdf(first), readPdf(second), readPdf(both)];
    expect(whole.pages.length).toBe(a.pages.length + b.pages.length);
    expect(whole.links.size).toBe(a.links.size + b.links.size);
    const place = b.destinations.get("heading-1");
    expect(whole.destinations.get("heading-1")).toEqual({
      ...place,
      page: (place?.page ?? 0) + a.pages.length,
    });
  },
);

test("cells find their headers in their own part, and every element has a name of its own", () => {
  const { structure } = readPdf(bind([part("en", "a"), part("en", "b")], request(), NONE).bytes);
  const names = descendants(structure).flatMap(({ name }) => name ?? []);
  expect(new Set(names).size).toBe(names.length);
  expect(names.some((name) => name.startsWith("a-")) && names.some((name) => name.startsWith("b-"))).toBe(
    true,
  );
});

test("content leads to its element in the joined tree: each part's keys are its own", () => {
  const { structure, pages } = readPdf(bind([part("en", "a"), part("en", "b")], request(), NONE).bytes);
  const half = pages.length / 2;
  const [before, after] = [0, half].map((from) =>
    descendants(structure)
      .flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === "content" ? kid.mark : [])))
      .filter(({ page }) => page >= from && page < from + half)
      .map(({ id, page, lines }) => [id, page - from, lines.map(({ text }) => text).join("")]),
  );
  expect(after).toEqual(before);
  expect(pages.map(({ dict }) => dict.get("StructParents"))).toHaveLength(
    new Set(pages.map(({ dict }) => dict.get("StructParents"))).size,
  );
});

test("fonts with a program are one for all parts, with the texts of all their glyphs", () => {
  const parts = [part("en", "a"), part("en", "b")];
  const shown = shownGlyphs(parts);
  const programs = new Map(
    [...shown.keys()].map((name) => [name, { deflated: new Uint8Array([1]), length: 1 }]),
  );
  const joined = joinFonts(emptyFile(), parts, programs);
  expect(joined[0]?.size).toBe(shown.size);
  expect([...(joined[0]?.values() ?? [])]).toEqual([...(joined[1]?.values() ?? [])]);
  const { fonts } = readPdf(bind(parts, request(), programs).bytes);
  const apart = readPdf(bind(parts, request(), NONE).bytes).fonts;
  expect(fonts.size).toBe(shown.size);
  expect(apart.size).toBe(shown.size * 2);
  for (const font of fonts.values()) {
    const name = font.name.slice(7);
    const own = [...apart.values()].find((other) => other.name.endsWith(name));
    for (const code of shown.get(name) ?? []) {
      expect(font.texts[code]).toBe(own?.texts[code]);
      expect(font.widths.byCode[code]).toBe(own?.widths.byCode[code] ?? own?.widths.other);
    }
  }
});

test("a title only in the first part: the headings of the others stand below it", () => {
  const whole = readPdf(bind([part("en", "a"), part("en", "b")], request({ outlineLevels: 9 }), NONE).bytes);
  const single = readPdf(finish(print("en"), request({ outlineLevels: 9 })).bytes);
  const count = (items: typeof whole.outline): number =>
    items.reduce((sum, item) => sum + 1 + count(item.items), 0);
  expect(count(whole.outline)).toBe(2 * count(single.outline));
});

test("what is no part is refused", () => {
  expect(() => openPart(Buffer.from("%PDF-1.7\n"))).toThrow(PdfFormatError);
});
