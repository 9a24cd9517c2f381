import { areaOf, boxOf, emptyBox, includePoint, includeRectangle } from "./box.ts";
import { BLACK_INK, colourOf, common, type Ink } from "./ink.ts";
import { createMarking, type Marking } from "./marking.ts";
import { PAINTS, type StreamContent } from "./marks.ts";
import { IDENTITY, multiply } from "./matrix.ts";
import { nameOperand, sixNumbers } from "./operands.ts";
import { EVERYWHERE, layArea, layUnknown, type Paper } from "./paper.ts";
import type { TextState } from "./show-text.ts";
import type { Surroundings } from "./surroundings.ts";
import { createTextPen, type TextPen } from "./text-pen.ts";
import { type Operation, operatorCode, scanContent } from "./tokens.ts";

/** The running state of an interpretation. */
interface Interpreter {
  readonly surroundings: Surroundings;
  readonly content: StreamContent;
  readonly marking: Marking;
  readonly pen: TextPen;
  readonly paper: Paper | undefined;
  readonly saved: TextState[];
  state: TextState;
  /** Start of the path under construction, -1 without one, and its points. */
  pathStart: number;
  readonly points: number[];
}

/** Reads a content stream: its marks with text and extent, and what is painted outside of them. */
export function interpretContent(source: string, surroundings: Surroundings): StreamContent {
  const { id, page, ctm, ink = BLACK_INK, paper } = surroundings;
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
    pen: createTextPen(page, content.looseLines, paper),
    paper,
    saved: [],
    state: { ctm, font: undefined, size: 1, ink },
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

/** Paints a path whose inside is filled. */
const fillPath: Handler = (interpreter, operation) => {
  if (interpreter.paper) layArea(interpreter.paper, interpreter.points, interpreter.state);
  paintPath(interpreter, operation);
};

/** What the path leaves of the page. */
const narrow = (interpreter: Interpreter): void => {
  const { paper, points, state } = interpreter;
  if (paper && points.length > 0)
    setInk(interpreter, { clip: common(state.ink.clip, boxOf(points, state.ctm)) });
};

/** Ink is for the paper: without one, colours change nothing. */
function setInk(interpreter: Interpreter, changes: Partial<Ink>): void {
  if (!interpreter.paper) return;
  interpreter.state = { ...interpreter.state, ink: { ...interpreter.state.ink, ...changes } };
}

const colour =
  (count: 1 | 3 | 4): Handler =>
  (interpreter, { numbers }) =>
    setInk(interpreter, { colour: colourOf(numbers, count) });

const unknownColour: Handler = (interpreter) => setInk(interpreter, { colour: null });

const useGraphics: Handler = (interpreter, operation) => {
  const { alpha, masked } = interpreter.surroundings.graphics?.(nameOperand(operation)) ?? {};
  const { ink: outer = BLACK_INK } = interpreter.surroundings;
  if (alpha !== undefined) setInk(interpreter, { alpha: alpha * outer.alpha });
  if (masked !== undefined) setInk(interpreter, { masked: masked || outer.masked });
};

function endPath(interpreter: Interpreter): void {
  interpreter.pathStart = -1;
  interpreter.points.length = 0;
}

/** On a page, the largest clip that stands in no other is the page area without its margins. */
const clip: Handler = (interpreter) => {
  const { content, saved, points, state } = interpreter;
  narrow(interpreter);
  if (saved.length !== 1 || points.length !== 4) return;
  const area = emptyBox();
  includeRectangle(area, state.ctm, points[0] ?? 0, points[1] ?? 0, points[2] ?? 0, points[3] ?? 0);
  if (content.pageArea === undefined || areaOf(area) > areaOf(content.pageArea)) content.pageArea = area;
};

const show: Handler = ({ marking, pen, state }, operation) => {
  marking.paint(operation.start);
  const mark = marking.mark();
  if (mark !== undefined) mark.paints |= PAINTS.text;
  const replacement = marking.replacement();
  pen.show(operation, state, mark, replacement);
  if (replacement === undefined) operation.end = pen.showSteps(operation.text, operation.end, state, mark);
};

const paintShading: Handler = ({ marking, paper, state: { ink } }, { start }) => {
  marking.paint(start);
  if (paper) layUnknown(paper, ink, EVERYWHERE);
  const mark = marking.mark();
  // It fills the clip, which is not followed: the mark's extent comes from its other content.
  if (mark !== undefined) mark.paints |= PAINTS.image;
};

/** Corners of the square that an image fills. */
const UNIT = [0, 0, 1, 0, 0, 1, 1, 1];

const paintImage: Handler = (interpreter, { start }) => {
  const { paper, state } = interpreter;
  if (paper) layUnknown(paper, state.ink, boxOf(UNIT, state.ctm));
  interpreter.marking.paint(start);
  const mark = interpreter.marking.mark();
  if (mark === undefined) return;
  mark.paints |= PAINTS.image;
  includeRectangle(mark.box, interpreter.state.ctm, 0, 0, 1, 1);
};

const drawObject: Handler = (interpreter, operation) => {
  const { surroundings, state, marking } = interpreter;
  const drawn = surroundings.draw(nameOperand(operation), state.ctm, state.ink);
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
    interpreter.state = interpreter.saved.pop() ?? {
      ctm: IDENTITY,
      font: undefined,
      size: 1,
      ink: BLACK_INK,
    };
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
  g: colour(1),
  rg: colour(3),
  k: colour(4),
  sc: unknownColour,
  scn: unknownColour,
  gs: useGraphics,
  Tr: (interpreter, { numbers }) => setInk(interpreter, { mode: numbers[0] ?? 0 }),
};

const FILL_OPERATORS = ["f", "F", "f*", "B", "B*", "b", "b*"];
const STROKE_OPERATORS = ["S", "s"];

const HANDLERS = new Map<number, Handler>([
  ...Object.entries(TABLE).map(([name, handler]): [number, Handler] => [operatorCode(name), handler]),
  ...FILL_OPERATORS.map((name): [number, Handler] => [operatorCode(name), fillPath]),
  ...STROKE_OPERATORS.map((name): [number, Handler] => [operatorCode(name), paintPath]),
]);
