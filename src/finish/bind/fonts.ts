import { parseToUnicode } from "../../pdf/fonts/tounicode.ts";
import { compositeWidths } from "../../pdf/fonts/widths.ts";
import { arrayAt, asDict, dictAt, nameAt, resolve } from "../../pdf/objects/access.ts";
import type { PdfFile } from "../../pdf/objects/file.ts";
import { decodeStreamText, flateStream } from "../../pdf/objects/streams.ts";
import { type Dict, dict, isStream, type Ref, type Value } from "../../pdf/objects/values.ts";
import { toUnicodeMap } from "../glyph-texts.ts";
import type { OpenPart } from "./open-part.ts";

/** A font program as it is embedded: a TrueType file, Flate-encoded. */
export interface FontProgram {
  readonly deflated: Uint8Array;
  /** Bytes of the file itself. */
  readonly length: number;
}

/** The programs of a document's fonts, by PostScript name; with the glyph numbers that its parts use. */
export type FontPrograms = ReadonlyMap<string, FontProgram>;

/** A font of one part: its object's number, its dictionaries, and the glyphs that the part shows of it. */
interface PartFont {
  readonly id: number;
  /** PostScript name without the tag of its subset. */
  readonly name: string;
  readonly file: PdfFile;
  readonly font: Dict;
  readonly descendant: Dict;
  readonly glyphs: readonly [number, Glyph][];
}

/** The glyph codes that parts show of each font that they can share, by PostScript name, ascending. */
export function shownGlyphs(parts: readonly OpenPart[]): Map<string, number[]> {
  const shown = [...sharedFonts(parts)].map(
    ([name, { glyphs }]) => [name, glyphs.map(([code]) => code)] as const,
  );
  return new Map(shown);
}

/**
 * Makes one font of those of all parts that have the same program. Gives, for each part, the reference that stands for a font of it;
 * fonts whose program is not given stay apart.
 */
export function joinFonts(
  target: PdfFile,
  parts: readonly OpenPart[],
  programs: FontPrograms,
): Map<number, Ref>[] {
  const joined = parts.map(() => new Map<number, Ref>());
  let count = 0;
  for (const [name, shared] of sharedFonts(parts)) {
    const program = programs.get(name);
    if (program === undefined) continue;
    const font = joinAlike(target, `${tagOf(count++)}+${name}`, shared, program);
    for (const { part, id } of shared.alike) joined[part]?.set(id, font);
  }
  return joined;
}

/** The fonts of several parts that have one program, and the glyphs that these show of it. */
interface SharedFont {
  readonly alike: readonly (PartFont & { readonly part: number })[];
  readonly glyphs: readonly [number, Glyph][];
}

/** Read once for all who ask of the same parts: first which glyphs are shown, then to join the fonts. */
const known = new WeakMap<readonly OpenPart[], ReadonlyMap<string, SharedFont>>();

function sharedFonts(parts: readonly OpenPart[]): ReadonlyMap<string, SharedFont> {
  const before = known.get(parts);
  if (before) return before;
  const fonts = parts.flatMap((open, part) => fontsOfPart(open).map((font) => ({ ...font, part })));
  const byName = Map.groupBy(fonts, ({ name }) => name);
  const shared = new Map([...byName].map(([name, alike]) => [name, { alike, glyphs: joinGlyphs(alike) }]));
  known.set(parts, shared);
  return shared;
}

const read = new WeakMap<OpenPart, readonly PartFont[]>();

/** The fonts of a part that it can share with others: composite ones with a TrueType program. They are read once; who has time may have it done ahead. */
export function fontsOfPart(part: OpenPart): readonly PartFont[] {
  const before = read.get(part);
  if (before) return before;
  const fonts = part.fonts.flatMap((id) => partFont(part.file, id));
  read.set(part, fonts);
  return fonts;
}

function partFont(file: PdfFile, id: number): PartFont[] {
  const font = asDict(file.get(id));
  if (font === undefined || nameAt(file, font, "Subtype") !== "Type0") return [];
  const descendant = asDict(resolve(file, arrayAt(file, font, "DescendantFonts")[0]));
  if (descendant === undefined || nameAt(file, descendant, "Subtype") !== "CIDFontType2") return [];
  const name = (nameAt(file, font, "BaseFont") ?? "").replace(/^[A-Z]{6}\+/, "");
  return [{ id, name, file, font, descendant, glyphs: glyphsOf(file, font, descendant) }];
}

function glyphsOf(file: PdfFile, font: Dict, descendant: Dict): [number, Glyph][] {
  const { byCode, other } = compositeWidths(file, descendant);
  const map = resolve(file, font.get("ToUnicode"));
  const texts = isStream(map) ? parseToUnicode(decodeStreamText(map)) : [];
  const glyphs: [number, Glyph][] = [];
  texts.forEach((text, code) => void glyphs.push([code, { text, width: byCode[code] ?? other }]));
  return glyphs;
}

/** The tag of a subset: six capital letters (ISO 32000-2, 9.9.2), another for each font. */
function tagOf(index: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
  return `${letter(0)}${letter(1)}AAAA`;
}

function joinAlike(target: PdfFile, name: string, { alike, glyphs }: SharedFont, program: FontProgram): Ref {
  const [first] = alike;
  if (first === undefined) throw new Error("no fonts to join");
  const texts = new Map(glyphs.map(([code, { text }]) => [code, text]));
  const descriptor = dictAt(first.file, first.descendant, "FontDescriptor") ?? new Map();
  const descendant = dict({
    ...plainEntries(first.descendant),
    BaseFont: `/${name}`,
    FontDescriptor: target.add(
      dict({ ...plainEntries(descriptor), FontName: `/${name}`, FontFile2: target.add(stream(program)) }),
    ),
    DW: DEFAULT_WIDTH,
    W: widthArray(glyphs),
  });
  return target.add(
    dict({
      Type: "/Font",
      Subtype: "/Type0",
      BaseFont: `/${name}`,
      Encoding: first.font.get("Encoding"),
      DescendantFonts: [target.add(descendant)],
      ToUnicode: target.add(flateStream(toUnicodeMap(texts, true))),
    }),
  );
}

/** Entries that refer to no other objects. */
function plainEntries(entries: Dict): Record<string, Value> {
  const plain = [...entries].filter(([, value]) => typeof value !== "object" || Array.isArray(value));
  return { ...Object.fromEntries(plain), ...systemInfo(entries) };
}

function systemInfo(entries: Dict): Record<string, Value> {
  const info = entries.get("CIDSystemInfo");
  return info instanceof Map ? { CIDSystemInfo: info } : {};
}

function stream({ deflated, length }: FontProgram): Value {
  const entries = dict({ Filter: "/FlateDecode", Length: deflated.length, Length1: length });
  return { kind: "stream", dict: entries, data: deflated };
}

/** What is known of each glyph of a document, by its code. */
interface Glyph {
  readonly text: string;
  /** Advance in thousandths of the font size. */
  readonly width: number;
}

/** The glyphs that the parts show; each part tells the truth only about its own: it says a width of 0 of others in between. */
function joinGlyphs(alike: readonly PartFont[]): [number, Glyph][] {
  return [...new Map(alike.flatMap(({ glyphs }) => glyphs))].sort(([a], [b]) => a - b);
}

/** The width of what W does not name; each part may have had another. */
const DEFAULT_WIDTH = 1000;

/** Widths as the entry W has them: a code, and the widths from there on. */
function widthArray(glyphs: readonly [number, Glyph][]): Value[] {
  const result: Value[] = [];
  let run: Value[] = [];
  let next = -1;
  for (const [code, { width }] of glyphs) {
    if (code !== next) {
      run = [];
      result.push(code, run);
    }
    run.push(width);
    next = code + 1;
  }
  return result;
}
