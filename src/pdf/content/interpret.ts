import type { Font } from "../fonts/font.ts";
import { areaOf, emptyBox, includePoint, includeRectangle } from "./box.ts";
import { createMarking, type Marking } from "./marking.ts";
import { PAINTS, type StreamContent } from "./marks.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { nameOperand, sixNumbers } from "./operands.ts";
import { createTextPen, type TextPen, type TextState } from "./text-pen.ts";
import { type Operation, operatorCode, scanContent } from "./tokens.ts";

/** An XObject that a content stream draws. */
export type DrawnObject =
  | { readonly kind: "image" }
  /** A form: whether it holds marks of its own, its bounding box and its matrix. */
  | {
      readonly kind: "form";
      readonly tagged: boolean;
      readonly box: readonly number[];
      readonly matrix: Matrix;
    };

/** What a content stream needs to know from outside. */
export interface Surroundings {
  /** Object number of the stream, index of its page. */
  readonly id: number;
  readonly page: number;
  /** The transformation that holds at its beginning. */
  readonly ctm: Matrix;
  /** The font of that resource name. */
  readonly font: (name: string) => Font | undefined;
  /** The XObject of that resource name, drawn under that transformation. */
  readonly draw: (name: string, ctm: Matrix) => DrawnObject | undefined;
}

/** The running state of an interpretation. */
interface Interpreter {
  readonly surroundings: Surroundings;
  readonly content: StreamContent;
  readonly marking: Marking;
  readonly pen: TextPen;
  readonly saved: TextState[];
  state: TextState;
  /** Start of the path under construction, -1 without one, and its points. */
  pathStart: number;
  readonly points: number[];
}

/** Reads a content stream: its marks with text and extent, and what is painted outside of them. */
export function interpretContent(source: string, surroundings: Surroundings): StreamContent {
  const { id, page, ctm } = surroundings;
  const content: StreamContent = {
    id,
    page,
    source,
    marks: [],
    untagged: [],
    looseLines: [],
    pageArea: undefined,
  };
  const interpreter: Interpreter = {
    surroundings,
    content,
    marking: createMarking(content),
    pen: createTextPen(page, content.looseLines),
    saved: [],
    state: { ctm, font: undefined, size: 1 },
    pathStart: -1,
    points: [],
  };
  scanContent(source, (operation) => HANDLERS.get(operation.code)?.(interpreter, operation));
  interpreter.marking.closeRun(source.length);
  return content;
}

type Handler = (interpreter: Interpreter, operation: Operation) => void;

/** A path operator with that many points as its operands. */
function path(points: number): Handler {
  return (interpreter, { start, numbers }) => {
    if (interpreter.pathStart < 0) interpreter.pathStart = start;
    for (let i = 0; i < points * 2; i++) interpreter.points.push(numbers[i] ?? 0);
  };
}

const rectangle: Handler = (interpreter, { start, numbers }) => {
  const [x = 0, y = 0, width = 0, height = 0] = [numbers[0], numbers[1], numbers[2], numbers[3]];
  if (interpreter.pathStart < 0) interpreter.pathStart = start;
  interpreter.points.push(x, y, x + width, y + height);
};

const paintPath: Handler = (interpreter) => {
  const { marking, points, state } = interpreter;
  if (interpreter.pathStart >= 0) marking.paint(interpreter.pathStart);
  const mark = marking.mark();
  if (mark !== undefined) {
    mark.paints |= PAINTS.path;
    for (let i = 0; i < points.length; i += 2)
      includePoint(mark.box, state.ctm, points[i] ?? 0, points[i + 1] ?? 0);
  }
  endPath(interpreter);
};

function endPath(interpreter: Interpreter): void {
  interpreter.pathStart = -1;
  interpreter.points.length = 0;
}

/** On a page, the largest clip that stands in no other is the page area without its margins. */
const clip: Handler = ({ content, saved, points, state }) => {
  if (saved.length !== 1 || points.length !== 4) return;
  const area = emptyBox();
  includeRectangle(area, state.ctm, points[0] ?? 0, points[1] ?? 0, points[2] ?? 0, points[3] ?? 0);
  if (content.pageArea === undefined || areaOf(area) > areaOf(content.pageArea)) content.pageArea = area;
};

const show: Handler = ({ marking, pen, state }, operation) => {
  marking.paint(operation.start);
  const mark = marking.mark();
  if (mark !== undefined) mark.paints |= PAINTS.text;
  pen.show(operation, state, mark, marking.replacement());
};

const paintShading: Handler = ({ marking }, { start }) => {
  marking.paint(start);
  const mark = marking.mark();
  // It fills the clip, which is not followed: the mark's extent comes from its other content.
  if (mark !== undefined) mark.paints |= PAINTS.image;
};

const paintImage: Handler = (interpreter, { start }) => {
  interpreter.marking.paint(start);
  const mark = interpreter.marking.mark();
  if (mark === undefined) return;
  mark.paints |= PAINTS.image;
  includeRectangle(mark.box, interpreter.state.ctm, 0, 0, 1, 1);
};

const drawObject: Handler = (interpreter, operation) => {
  const { surroundings, state, marking } = interpreter;
  const drawn = surroundings.draw(nameOperand(operation), state.ctm);
  if (drawn?.kind !== "form") return paintImage(interpreter, operation);
  if (drawn.tagged) marking.closeRun(operation.start);
  else marking.paint(operation.start);
  const mark = marking.mark();
  if (mark === undefined) return;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = drawn.box;
  mark.paints |= PAINTS.form;
  includeRectangle(mark.box, multiply(drawn.matrix, state.ctm), x0, y0, x1, y1);
};

const setFont: Handler = (interpreter, operation) => {
  const font = interpreter.surroundings.font(nameOperand(operation));
  interpreter.state = { ...interpreter.state, font, size: operation.numbers[0] ?? 1 };
};

const TABLE: Record<string, Handler> = {
  q: ({ saved, state }) => {
    saved.push(state);
  },
  Q: (interpreter) => {
    interpreter.state = interpreter.saved.pop() ?? { ctm: IDENTITY, font: undefined, size: 1 };
  },
  cm: (interpreter, operation) => {
    const { state } = interpreter;
    interpreter.state = { ...state, ctm: multiply(sixNumbers(operation), state.ctm) };
  },
  BDC: ({ marking }, operation) => marking.begin(operation, true),
  BMC: ({ marking }, operation) => marking.begin(operation, false),
  EMC: ({ marking }) => marking.end(),
  BT: ({ marking, pen }, operation) => {
    marking.beginText(operation);
    pen.begin();
  },
  ET: ({ marking }) => marking.endText(),
  Tf: setFont,
  Tm: ({ pen }, operation) => pen.setMatrix(sixNumbers(operation)),
  Td: ({ pen }, { numbers }) => pen.move(numbers[0] ?? 0, numbers[1] ?? 0),
  Tj: show,
  TJ: show,
  m: path(1),
  l: path(1),
  c: path(3),
  v: path(2),
  y: path(2),
  re: rectangle,
  W: clip,
  "W*": clip,
  n: endPath,
  sh: paintShading,
  BI: paintImage,
  Do: drawObject,
};

const PAINT_OPERATORS = ["f", "F", "f*", "S", "s", "B", "B*", "b", "b*"];

const HANDLERS = new Map<number, Handler>([
  ...Object.entries(TABLE).map(([name, handler]): [number, Handler] => [operatorCode(name), handler]),
  ...PAINT_OPERATORS.map((name): [number, Handler] => [operatorCode(name), paintPath]),
]);
