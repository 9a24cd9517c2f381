import { IDENTITY, type Matrix, multiply } from "../content/matrix.ts";
import { readFont } from "../fonts/font.ts";
import type { Link } from "../links.ts";
import { asDict, numbersAt, resolve } from "../objects/access.ts";
import type { PdfFile } from "../objects/file.ts";
import { decodeStreamText } from "../objects/streams.ts";
import { type Dict, isRef, isStream } from "../objects/values.ts";
import { readPageLabels } from "../page-labels.ts";
import { contentsId, isForm, type PageObject, resourcesOf } from "../pages.ts";
import { readPdf } from "../read.ts";
import { glyphShapes } from "./glyph-shapes.ts";
import type { GraphicsState, ShapedFont } from "./graphics-state.ts";
import { paintContent } from "./paint-content.ts";
import type { Clip, Painted } from "./painted.ts";
import type { PaintSurroundings } from "./painter.ts";
import { readAloud, type Said } from "./read-aloud.ts";
import { type ResourceKeys, resourceKeys } from "./resource-keys.ts";

/** All that a reader gets from a page: two pages with the same appearance look, link and sound alike. */
export interface PageAppearance {
  /** Index from 0, and what the page is called. */
  readonly index: number;
  readonly label: string;
  /** Width and height in points. */
  readonly width: number;
  readonly height: number;
  /** Key of all else in the page's dictionary that bears on its looks: its boxes, its rotation. */
  readonly frame: string;
  /** What it shows, in the order of painting, and its links. */
  readonly painted: readonly Painted[];
  /** What a screen reader is told, in reading order. */
  readonly aloud: readonly Said[];
}

interface Reader {
  readonly file: PdfFile;
  readonly keys: ResourceKeys;
  readonly fonts: Map<number, ShapedFont>;
}

/** Reads the appearance of every page of a tagged PDF. Throws a `PdfFormatError` for any other. */
export function readAppearance(pdf: Uint8Array): PageAppearance[] {
  const reading = readPdf(pdf);
  const { file, pages } = reading;
  const reader: Reader = { file, keys: resourceKeys(file), fonts: new Map() };
  const labels = readPageLabels(file, pages.length);
  const aloud = readAloud(reading);
  const links = Map.groupBy(reading.links.values(), ({ page }) => page);
  return pages.map((page) => ({
    index: page.index,
    label: labels[page.index] || String(page.index + 1),
    width: page.width,
    height: page.height,
    frame: frameOf(page, reader),
    painted: [...paintedOn(page, reader), ...(links.get(page.index) ?? []).map(paintedLink)],
    aloud: aloud.get(page.index) ?? [],
  }));
}

/** Entries of a page that its appearance tells otherwise, or that are none of its looks. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set([
  "Contents",
  "Resources",
  "Parent",
  "Annots",
  "StructParents",
  "Tabs",
]);

function frameOf({ dict }: PageObject, { file, keys }: Reader): string {
  const others = [...dict].filter(([name]) => !TOLD_OTHERWISE.has(name));
  const annotations = resolve(file, dict.get("Annots"));
  const unread = (Array.isArray(annotations) ? annotations : []).filter(
    (value) => asDict(resolve(file, value))?.get("Subtype") !== "/Link",
  );
  return keys(new Map([...others, ["Annots", unread]]));
}

function paintedOn(page: PageObject, reader: Reader): Painted[] {
  const painted: Painted[] = [];
  paintStream(contentsId(page), page.dict, { ctm: IDENTITY, clip: null }, reader, (one) => painted.push(one));
  return painted;
}

interface Start {
  readonly ctm: Matrix;
  readonly clip: Clip | null;
}

/** Paints a content stream; `owner` is the dictionary that has its resources. */
function paintStream(
  id: number,
  owner: Dict,
  start: Start,
  reader: Reader,
  emit: (painted: Painted) => void,
): void {
  const { file } = reader;
  const stream = file.get(id);
  if (isStream(stream))
    paintContent(decodeStreamText(stream), { ...start, ...surroundings(owner, reader) }, emit);
}

function surroundings(owner: Dict, reader: Reader): Omit<PaintSurroundings, keyof Start> {
  const { file, keys } = reader;
  const kinds = new Map<string, Dict>();
  const resource = (kind: string, name: string) => {
    const known = kinds.get(kind) ?? resourcesOf(file, owner, kind);
    kinds.set(kind, known);
    return known.get(name);
  };
  return {
    font: (name) => shapedFont(resource("Font", name), reader),
    key: (kind, name) => keys(resource(kind, name)),
    graphicsState: (name) => {
      const entries = asDict(resolve(file, resource("ExtGState", name))) ?? new Map();
      return [...entries].map(([entry, value]) => [entry, keys(value)] as const);
    },
    form: (name, state, emit) => {
      const value = resource("XObject", name);
      const form = asDict(resolve(file, value));
      if (!isRef(value) || form === undefined || !isForm(file, form)) return false;
      paintForm(value.id, form, { state, reader, emit });
      return true;
    },
  };
}

interface PaintForm {
  readonly state: GraphicsState;
  readonly reader: Reader;
  readonly emit: (painted: Painted) => void;
}

/** A form is its content; that it begins here, and how it is blended, is told before. */
function paintForm(id: number, form: Dict, { state, reader, emit }: PaintForm): void {
  const { file, keys } = reader;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersAt(file, form, "Matrix");
  const ctm = multiply([a, b, c, d, e, f], state.ctm);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(file, form, "BBox");
  const corners = [left, bottom, right, bottom, right, top, left, top];
  const where = corners.flatMap((x, index) => {
    const y = corners[index + 1] ?? 0;
    return index % 2 === 0 ? [ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5]] : [];
  });
  const clip: Clip = { outer: state.clip, what: "form", where };
  const what = `form ${keys(form.get("Group"))} ${state.style}`;
  const box = [0, 0, 0, 0] as Painted["box"];
  emit({ kind: "other", what, where, clip, box, text: "", spaced: false, outside: false });
  paintStream(id, form, { ctm, clip }, reader, emit);
}

function shapedFont(value: ReturnType<Dict["get"]>, { file, keys, fonts }: Reader): ShapedFont | undefined {
  if (!isRef(value)) return undefined;
  const known = fonts.get(value.id);
  if (known !== undefined) return known;
  const font = { font: readFont(file, value.id), shapes: glyphShapes(file, value, keys) };
  fonts.set(value.id, font);
  return font;
}

/** A link's area and where it leads, by the name that the HTML gives it: the page of that name may change. */
function paintedLink({ rectangle, target, contents }: Link): Painted {
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle;
  const leads = target.kind === "external" ? target.uri : `#${target.name ?? ""}`;
  return {
    kind: "link",
    what: `link ${leads} ${contents ?? ""}`,
    where: [left, bottom, right, top],
    clip: null,
    box: [left, bottom, right, top],
    text: "",
    spaced: false,
    outside: false,
  };
}
