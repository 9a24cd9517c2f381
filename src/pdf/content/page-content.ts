import { type Font, readFont } from "../fonts/font.ts";
import { asDict, numbersAt, resolve } from "../objects/access.ts";
import { PdfFormatError } from "../objects/error.ts";
import type { PdfFile } from "../objects/file.ts";
import { decodeStreamText } from "../objects/streams.ts";
import { type Dict, isRef, isStream, type Value } from "../objects/values.ts";
import { contentsId, isForm, type PageObject, resourcesOf } from "../pages.ts";
import { type DrawnObject, interpretContent } from "./interpret.ts";
import type { StreamContent } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";

/** All content of a document. */
export interface DocumentContent {
  /** Content streams by object number: pages and the forms they draw, in drawing order. */
  readonly streams: ReadonlyMap<number, StreamContent>;
  /** Fonts by object number. */
  readonly fonts: ReadonlyMap<number, Font>;
}

interface Reader {
  readonly file: PdfFile;
  readonly streams: Map<number, StreamContent>;
  readonly fonts: Map<number, Font>;
}

/** Reads the content streams of all pages, and of the forms that they draw. */
export function readContent(file: PdfFile, pages: readonly PageObject[]): DocumentContent {
  const reader: Reader = { file, streams: new Map(), fonts: new Map() };
  for (const page of pages) readStream(reader, contentsId(page), page.dict, page.index, IDENTITY);
  return reader;
}

/** Reads a stream and the forms it draws; `owner` is the dictionary that has its resources. */
function readStream(reader: Reader, id: number, owner: Dict, page: number, ctm: Matrix): StreamContent {
  const { file, streams } = reader;
  const stream = file.get(id);
  if (!isStream(stream)) throw new PdfFormatError(`object ${id} is not a content stream`);
  const fonts = resourcesOf(file, owner, "Font");
  const objects = resourcesOf(file, owner, "XObject");
  const content = interpretContent(decodeStreamText(stream), {
    id,
    page,
    ctm,
    font: (name) => fontOf(reader, fonts.get(name)),
    draw: (name, at) => drawnObject(reader, objects.get(name), page, at),
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

function drawnObject(
  reader: Reader,
  value: Value | undefined,
  page: number,
  ctm: Matrix,
): DrawnObject | undefined {
  const { file, streams } = reader;
  const dict = asDict(resolve(file, value));
  if (dict === undefined || !isRef(value)) return undefined;
  if (!isForm(file, dict)) return { kind: "image" };
  const matrix = matrixOf(numbersAt(file, dict, "Matrix"));
  const content = streams.get(value.id) ?? readStream(reader, value.id, dict, page, multiply(matrix, ctm));
  const tagged = dict.has("StructParents") || content.marks.length > 0;
  return { kind: "form", tagged, box: numbersAt(file, dict, "BBox"), matrix };
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}
