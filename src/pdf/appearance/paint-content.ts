import { multiply } from "../content/matrix.ts";
import { eachGlyph, nameOperand, propertiesOperand, sixNumbers } from "../content/operands.ts";
import { operatorCode, scanContent } from "../content/tokens.ts";
import { parseValue } from "../objects/parse.ts";
import { type Dict, isString, type Value } from "../objects/values.ts";
import { initialState, withParameters } from "./graphics-state.ts";
import type { Painted } from "./painted.ts";
import {
  type Handler,
  isOutside,
  operands,
  operator,
  type Painter,
  type PaintSurroundings,
  paintedBy,
  unitSquare,
} from "./painter.ts";
import { endPath, paintPath, path, rectangle } from "./path-operators.ts";
import { createWordPen } from "./word-pen.ts";

/** Reads what a content stream paints, in order (ISO 32000-2, 8 and 9). */
export function paintContent(
  source: string,
  surroundings: PaintSurroundings,
  emit: (painted: Painted) => void,
): void {
  const { ctm, clip } = surroundings;
  const painter: Painter = {
    surroundings,
    emit,
    pen: createWordPen(emit),
    saved: [],
    marked: [],
    state: { ...initialState(ctm), clip },
    path: "",
    points: [],
    clip: "",
  };
  scanContent(source, (operation) => (HANDLERS.get(operation.code) ?? unknown)(painter, operation));
}

/** Sets parameters; names of resources in the operands stand for what they name. */
function parameter(name: string, kind?: string): Handler {
  return (painter, operation) => {
    const written = operands(operation);
    const value =
      kind === undefined
        ? written
        : written.replace(
            /\/\S+/g,
            (resource) => painter.surroundings.key(kind, resource.slice(1)) || resource,
          );
    painter.state = withParameters(painter.state, [[name, `${value} ${operator(operation)}`]]);
  };
}

/** A plain colour forgets the colour space, and a colour space the colour. */
function replacing(handler: Handler, forgotten: string): Handler {
  return (painter, operation) => {
    handler(painter, operation);
    painter.state = withParameters(painter.state, [[forgotten, ""]]);
  };
}

const showText: Handler = (painter, operation) => {
  const { pen, state } = painter;
  const outside = isOutside(painter);
  eachGlyph(operation, state.font?.font.wide ?? true, (code) => pen.show(code, state, outside));
};

const showSpacedText: Handler = (painter, { text, start }) => {
  const { pen, state } = painter;
  const wide = state.font?.font.wide ?? true;
  const outside = isOutside(painter);
  const value = parseValue({ text, at: start });
  for (const piece of Array.isArray(value) ? value : []) {
    if (typeof piece === "number") pen.shift(piece, state.size);
    for (const code of codesOf(piece, wide)) pen.show(code, state, outside);
  }
};

function codesOf(value: Value, wide: boolean): number[] {
  if (!isString(value)) return [];
  const bytes = [...value.bytes].map((byte) => byte.charCodeAt(0));
  if (!wide) return bytes;
  return bytes.flatMap((byte, index) => (index % 2 === 0 ? [byte * 256 + (bytes[index + 1] ?? 0)] : []));
}

const drawObject: Handler = (painter, operation) => {
  const { surroundings, state, emit } = painter;
  const name = nameOperand(operation);
  if (surroundings.form(name, state, emit)) return;
  const what = `${surroundings.key("XObject", name)} ${state.style}`;
  painter.emit(paintedBy(painter, { kind: "picture", what, where: unitSquare(state.ctm) }));
};

/** What is not followed stands in the list as it was written: a page where it differs is another page. */
const unknown: Handler = (painter, operation) => {
  const { state } = painter;
  const what = `${operands(operation)} ${operator(operation)} ${state.style}`;
  painter.emit(paintedBy(painter, { kind: "other", what, where: unitSquare(state.ctm) }));
};

const beginMarked: Handler = ({ marked }, operation) => {
  const value = operator(operation) === "BDC" ? propertiesOperand(operation) : null;
  const properties: Dict = value instanceof Map ? value : new Map();
  marked.push(properties.has("MCID"));
};

const TABLE: Record<string, Handler> = {
  q: ({ saved, state }) => {
    saved.push(state);
  },
  Q: (painter) => {
    painter.state = painter.saved.pop() ?? painter.state;
  },
  cm: (painter, operation) => {
    const { state } = painter;
    painter.state = { ...state, ctm: multiply(sixNumbers(operation), state.ctm) };
  },
  gs: (painter, operation) => {
    const entries = painter.surroundings.graphicsState(nameOperand(operation));
    painter.state = withParameters(painter.state, entries);
  },
  BDC: beginMarked,
  BMC: beginMarked,
  EMC: ({ marked }) => {
    marked.pop();
  },
  BT: ({ pen }) => pen.begin(),
  ET: ({ pen }) => pen.end(),
  Tf: (painter, operation) => {
    const font = painter.surroundings.font(nameOperand(operation));
    painter.state = { ...painter.state, font, size: operation.numbers[0] ?? 1 };
  },
  Tm: ({ pen }, operation) => pen.setMatrix(sixNumbers(operation)),
  Td: ({ pen }, { numbers }) => pen.move(numbers[0] ?? 0, numbers[1] ?? 0),
  Tj: showText,
  TJ: showSpacedText,
  m: path(1),
  l: path(1),
  c: path(3),
  v: path(2),
  y: path(2),
  h: path(0),
  re: rectangle,
  W: (painter, operation) => {
    painter.clip = operator(operation);
  },
  n: endPath,
  Do: drawObject,
  cs: replacing(parameter("fill space", "ColorSpace"), "fill"),
  CS: replacing(parameter("stroke space", "ColorSpace"), "stroke"),
  sc: parameter("fill"),
  SC: parameter("stroke"),
  scn: parameter("fill", "Pattern"),
  SCN: parameter("stroke", "Pattern"),
};

const ALIASES: Readonly<Record<string, Handler>> = {
  "W*": TABLE.W ?? unknown,
  ...Object.fromEntries(["g", "rg", "k"].map((name) => [name, replacing(parameter("fill"), "fill space")])),
  ...Object.fromEntries(
    ["G", "RG", "K"].map((name) => [name, replacing(parameter("stroke"), "stroke space")]),
  ),
  ...Object.fromEntries(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*"].map((name) => [name, paintPath])),
  ...Object.fromEntries(["w", "J", "j", "M", "d", "ri", "i", "Tr"].map((name) => [name, parameter(name)])),
};

const HANDLERS = new Map<number, Handler>(
  [...Object.entries(TABLE), ...Object.entries(ALIASES)].map(([name, handler]) => [
    operatorCode(name),
    handler,
  ]),
);
