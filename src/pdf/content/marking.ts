import { textOf } from "../objects/strings.ts";
import { type Dict, isString } from "../objects/values.ts";
import { emptyBox } from "./box.ts";
import type { Mark, StreamContent } from "./marks.ts";
import { nameOperand, propertiesOperand } from "./operands.ts";
import type { Operation } from "./tokens.ts";

/** A replacement text (ActualText) that holds for the glyphs being shown; it is used up by the first of them. */
export interface Replacement {
  readonly text: string;
  used: boolean;
}

/** Keeps account of marked-content sequences, and of what is painted outside of them. */
export interface Marking {
  /** The innermost sequence with an MCID that is open. */
  readonly mark: () => Mark | undefined;
  readonly replacement: () => Replacement | undefined;
  /** A sequence with properties (BDC) or without (BMC) begins. */
  readonly begin: (operation: Operation, properties: boolean) => void;
  /** A sequence ends (EMC). */
  readonly end: () => void;
  /** A text object begins or ends. */
  readonly beginText: (operation: Operation) => void;
  readonly endText: () => void;
  /** Something is painted by operators that begin at that place. */
  readonly paint: (start: number) => void;
  /** What follows from that place on is tagged: a run of untagged content ends there. */
  readonly closeRun: (at: number) => void;
}

interface Level {
  readonly mark: Mark | undefined;
  /** Whether the content is part of the structure or an artifact. */
  readonly covered: boolean;
  readonly replacement: Replacement | undefined;
}

const OUTSIDE: Level = { mark: undefined, covered: false, replacement: undefined };

/** Starts the account for a stream; marks and untagged runs are put into it. */
export function createMarking(content: StreamContent): Marking {
  const levels: Level[] = [];
  let level = OUTSIDE;
  let runStart = -1;
  // Start of the outermost text object or unmarked sequence around the untagged content: a run must hold it whole.
  let enclosing = -1;
  let enclosingDepth = -1;

  const closeRun = (at: number): void => {
    if (runStart >= 0) content.untagged.push({ start: runStart, end: at });
    runStart = -1;
  };
  const enclose = (start: number, depth: number): void => {
    if (level.covered || enclosing >= 0) return;
    enclosing = start;
    enclosingDepth = depth;
  };
  const release = (depth: number): void => {
    if (depth === enclosingDepth) enclosing = enclosingDepth = -1;
  };
  const begin = (operation: Operation, properties: boolean): void => {
    levels.push(level);
    const inner = innerLevel(level, operation, properties, content);
    if (inner.covered && !level.covered) closeRun(operation.start);
    if (!inner.covered) enclose(operation.start, levels.length);
    level = inner;
  };
  const end = (): void => {
    release(levels.length);
    level = levels.pop() ?? OUTSIDE;
  };
  const paint = (start: number): void => {
    if (!level.covered && runStart < 0) runStart = enclosing >= 0 ? enclosing : start;
  };
  return {
    mark: () => level.mark,
    replacement: () => level.replacement,
    begin,
    end,
    beginText: ({ start }) => enclose(start, 0),
    endText: () => release(0),
    paint,
    closeRun,
  };
}

function innerLevel(outer: Level, operation: Operation, properties: boolean, content: StreamContent): Level {
  const tag = nameOperand(operation);
  const value = properties ? propertiesOperand(operation) : null;
  const dict: Dict = value instanceof Map ? value : new Map();
  const id = dict.get("MCID");
  const actual = dict.get("ActualText");
  const mark = typeof id === "number" ? addMark(content, id, tag, operation) : outer.mark;
  return {
    mark: tag === "Artifact" ? undefined : mark,
    covered: outer.covered || mark !== undefined || tag === "Artifact",
    replacement: isString(actual) ? { text: textOf(actual), used: false } : outer.replacement,
  };
}

function addMark(content: StreamContent, id: number, tag: string, { start, end }: Operation): Mark {
  const mark: Mark = {
    stream: content.id,
    id,
    page: content.page,
    tag,
    begin: start,
    beginEnd: end,
    lines: [],
    paints: 0,
    box: emptyBox(),
    artifact: false,
  };
  content.marks[id] = mark;
  return mark;
}
