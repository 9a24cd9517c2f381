import { stretch } from "./graphics-state.ts";
import type { Clip } from "./painted.ts";
import { type Handler, operator, type Painter, paintedBy } from "./painter.ts";

function addPoint({ state: { ctm: m }, points }: Painter, x: number, y: number): void {
  points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
}

/** A path operator with that many points as its operands. */
export function path(count: number): Handler {
  return (painter, operation) => {
    painter.path += `${operator(operation)} `;
    for (let i = 0; i < count * 2; i += 2)
      addPoint(painter, operation.numbers[i] ?? 0, operation.numbers[i + 1] ?? 0);
  };
}

/** `re`. */
export const rectangle: Handler = (painter, { numbers }) => {
  const [x = 0, y = 0, width = 0, height = 0] = [numbers[0], numbers[1], numbers[2], numbers[3]];
  painter.path += "re ";
  for (const [px, py] of [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const)
    addPoint(painter, px, py);
};

/** Fills or strokes the path. */
export const paintPath: Handler = (painter, operation) => {
  const { state, path: operators, points } = painter;
  const what = `${operators}${operator(operation)} ${state.style} ${stretch(state.ctm)}`;
  if (points.length > 0) painter.emit(paintedBy(painter, { kind: "path", what, where: points }));
  endPath(painter);
};

/** `n`: ends the path; a clip takes effect. */
export const endPath: (painter: Painter) => void = (painter) => {
  const { state, clip, path: operators, points } = painter;
  if (clip !== "") {
    const inner: Clip = { outer: state.clip, what: `${operators}${clip}`, where: points };
    painter.state = { ...state, clip: inner };
  }
  painter.path = "";
  painter.points = [];
  painter.clip = "";
};
