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

/** The programs of a document's fonts, by PostScript name: cut to its characters, with the glyph numbers that its parts use. */
export type FontPrograms = ReadonlyMap<string, FontProgram>;

/** A font of one part: its object's number, and its dictionaries. */
interface PartFont {
  readonly part: number;
  readonly id: number;
  readonly file: PdfFile;
  readonly font: Dict;
  readonly descendant: Dict;
}

/**
 * Makes one font of those of all parts that have the same program. Gives, for each part, the reference that stands for a font of it;
 * fonts whose program is not known stay apart.
 */
export function joinFonts(
  target: PdfFile,
  parts: readonly OpenPart[],
  programs: FontPrograms,
): Map<number, Ref>[] {
  const joined = parts.map(() => new Map<number, Ref>());
  const fonts = parts.flatMap((part, i) => part.fonts.flatMap((id) => partFont(part.file, i, id)));
  const byName = Map.groupBy(fonts, ({ file, font }) => plainName(file, font));
  let count = 0;
  for (const [name, alike] of byName) {
    const program = programs.get(name);
    if (program === undefined) continue;
    const font = joinAlike(target, `${tagOf(count++)}+${name}`, alike, program);
    for (const { part, id } of alike) joined[part]?.set(id, font);
  }
  return joined;
}

/** A font as parts share it: a composite one with a TrueType program. */
function partFont(file: PdfFile, part: number, id: number): PartFont[] {
  const font = asDict(file.get(id));
  if (font === undefined || nameAt(file, font, "Subtype") !== "Type0") return [];
  const descendant = asDict(resolve(file, arrayAt(file, font, "DescendantFonts")[0]));
  if (descendant === undefined || nameAt(file, descendant, "Subtype") !== "CIDFontType2") return [];
  return [{ part, id, file, font, descendant }];
}

/** A font's PostScript name without the tag of its subset. */
function plainName(file: PdfFile, font: Dict): string {
  return (nameAt(file, font, "BaseFont") ?? "").replace(/^[A-Z]{6}\+/, "");
}

/** The tag of a subset: six capital letters (ISO 32000-2, 9.9.2), another for each font. */
function tagOf(index: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
  return `${letter(0)}${letter(1)}AAAA`;
}

function joinAlike(target: PdfFile, name: string, alike: readonly PartFont[], program: FontProgram): Ref {
  const [first] = alike;
  if (first === undefined) throw new Error("no fonts to join");
  const texts = joinTexts(alike);
  const descriptor = dictAt(first.file, first.descendant, "FontDescriptor") ?? new Map();
  const descendant = dict({
    ...plainEntries(first.descendant),
    BaseFont: `/${name}`,
    FontDescriptor: target.add(
      dict({ ...plainEntries(descriptor), FontName: `/${name}`, FontFile2: target.add(stream(program)) }),
    ),
    DW: DEFAULT_WIDTH,
    W: widthArray(joinWidths(alike, texts)),
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

/** The text of each glyph code, by code. */
function joinTexts(alike: readonly PartFont[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { file, font } of alike) {
    const map = resolve(file, font.get("ToUnicode"));
    if (isStream(map)) parseToUnicode(decodeStreamText(map)).forEach((text, code) => texts.set(code, text));
  }
  return new Map([...texts].sort(([a], [b]) => a - b));
}

/** The width that is not said of each glyph; each part may have another. */
const DEFAULT_WIDTH = 1000;

function joinWidths(alike: readonly PartFont[], texts: ReadonlyMap<number, string>): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { file, font, descendant } of alike) {
    const { byCode, other } = compositeWidths(file, descendant);
    byCode.forEach((width, code) => widths.set(code, width));
    const map = resolve(file, font.get("ToUnicode"));
    const own = isStream(map) ? parseToUnicode(decodeStreamText(map)) : [];
    own.forEach((_, code) => {
      if (byCode[code] === undefined) widths.set(code, other);
    });
  }
  const known = [...widths].filter(([code]) => texts.has(code) || code === 0);
  return new Map(known.sort(([a], [b]) => a - b));
}

/** Widths as the entry W has them: a code, and the widths from there on. */
function widthArray(widths: ReadonlyMap<number, number>): Value[] {
  const result: Value[] = [];
  let run: Value[] = [];
  let next = -1;
  for (const [code, width] of widths) {
    if (code !== next) {
      run = [];
      result.push(code, run);
    }
    run.push(width);
    next = code + 1;
  }
  return result;
}
