import { type Font, readFont } from "../fonts/font.ts";
import { asDict, numbersAt, resolve } from "../objects/access.ts";
import { PdfFormatError } from "../objects/error.ts";
import type { PdfFile } from "../objects/file.ts";
import { decodeStreamText } from "../objects/streams.ts";
import { type Dict, isRef, isStream, type Value } from "../objects/values.ts";
import { contentsId, isForm, type PageObject, resourcesOf } from "../pages.ts";
import { BLACK_INK, type GraphicsState, type Ink } from "./ink.ts";
import { interpretContent } from "./interpret.ts";
import type { StreamContent } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { emptyPaper, type Paper } from "./paper.ts";
import type { DrawnObject } from "./surroundings.ts";

/** All content of a document. */
export interface DocumentContent {
  /** Content streams by object number: pages and the forms they draw, in drawing order. */
  readonly streams: ReadonlyMap<number, StreamContent>;
  /** Fonts by object number. */
  readonly fonts: ReadonlyMap<number, Font>;
}

/** What each page was painted with, by its index. */
export type Papers = Map<number, Paper>;

interface Reader {
  readonly file: PdfFile;
  readonly streams: Map<number, StreamContent>;
  readonly fonts: Map<number, Font>;
  readonly papers: Papers | undefined;
}

/** Where and how a stream is painted. */
interface Painting {
  readonly page: number;
  readonly ctm: Matrix;
  readonly ink: Ink;
}

/**
 * Reads the content streams of pages, and of the forms that they draw; `fonts` are those that were read already, and are added to. What the pages are painted
 * with is put into `papers` where they are given.
 */
export function readContent(
  file: PdfFile,
  pages: readonly PageObject[],
  fonts = new Map<number, Font>(),
  papers?: Papers,
): DocumentContent {
  for (const { index } of pages) papers?.set(index, emptyPaper());
  const reader: Reader = { file, streams: new Map(), fonts, papers };
  for (const page of pages)
    readStream(reader, contentsId(page), page.dict, { page: page.index, ctm: IDENTITY, ink: BLACK_INK });
  return reader;
}

/** Reads a stream and the forms it draws; `owner` is the dictionary that has its resources. */
function readStream(reader: Reader, id: number, owner: Dict, { page, ctm, ink }: Painting): StreamContent {
  const { file, streams } = reader;
  const stream = file.get(id);
  if (!isStream(stream)) throw new PdfFormatError(`object ${id} is not a content stream`);
  const fonts = resourcesOf(file, owner, "Font");
  const objects = resourcesOf(file, owner, "XObject");
  const states = resourcesOf(file, owner, "ExtGState");
  const paper = reader.papers?.get(page);
  const content = interpretContent(decodeStreamText(stream), {
    id,
    page,
    ctm,
    ink,
    ...(paper ? { paper } : {}),
    font: (name) => fontOf(reader, fonts.get(name)),
    graphics: (name) => graphicsOf(file, states.get(name)),
    draw: (name, at, inks) => drawnObject(reader, objects.get(name), { page, ctm: at, ink: inks }),
  });
  streams.set(id, content);
  return content;
}

function fontOf({ file, fonts }: Reader, value: Value | undefined): Font | undefined {
  if (!isRef(value)) return undefined;
  let font = fonts.get(value.id);
  if (font === undefined) {
    font = readFont(file, value.id);
    fonts.set(value.id, font);
  }
  return font;
}

function drawnObject(reader: Reader, value: Value | undefined, painting: Painting): DrawnObject | undefined {
  const { file, streams } = reader;
  const dict = asDict(resolve(file, value));
  if (dict === undefined || !isRef(value)) return undefined;
  if (!isForm(file, dict)) return { kind: "image" };
  const matrix = matrixOf(numbersAt(file, dict, "Matrix"));
  const content =
    streams.get(value.id) ??
    readStream(reader, value.id, dict, { ...painting, ctm: multiply(matrix, painting.ctm) });
  const tagged = dict.has("StructParents") || content.marks.length > 0;
  return { kind: "form", tagged, box: numbersAt(file, dict, "BBox"), matrix };
}

/** What a graphics state says of ink: `ca`, and `SMask` unless it is none (ISO 32000-2, 8.4.5). */
function graphicsOf(file: PdfFile, value: Value | undefined): GraphicsState | undefined {
  const dict = asDict(resolve(file, value));
  if (dict === undefined) return undefined;
  const alpha = resolve(file, dict.get("ca"));
  const mask = resolve(file, dict.get("SMask"));
  return {
    alpha: typeof alpha === "number" ? alpha : undefined,
    masked: mask === undefined ? undefined : asDict(mask) !== undefined,
  };
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}
