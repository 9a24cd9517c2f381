import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";

/** What is to stand in an indicator; absent parts stay. */
export interface IndicatorEdit {
  readonly id: string;
  /** The value as written; empty when there is none any more. */
  readonly value?: string;
  readonly status?: string;
  readonly source?: string;
}

/** A piece of the file and what takes its place. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edited text; or the ids of indicators that are written in a way that cannot be edited piece by piece, such as an alias. */
export type EditedIndicators = { readonly text: string } | { readonly unwritable: readonly string[] };

/** The text of `indicators.yaml` with some indicators changed; comments, order and layout stay as they are, to the letter. */
export function editIndicators(text: string, edits: readonly IndicatorEdit[]): EditedIndicators {
  const document = parseDocument(text, { logLevel: "silent" });
  const made = edits.map((edit) => {
    const entry = document.getIn(["indicators", edit.id], true);
    return { id: edit.id, splices: isMap(entry) ? splicesOf(text, entry, edit) : null };
  });
  const unwritable = made.filter(({ splices }) => splices === null).map(({ id }) => id);
  if (unwritable.length > 0) return { unwritable };
  const splices = made.flatMap((one) => one.splices ?? []).sort((a, b) => b.start - a.start);
  return {
    text: splices.reduce(
      (whole, { start, end, text: next }) => whole.slice(0, start) + next + whole.slice(end),
      text,
    ),
  };
}

function splicesOf(text: string, entry: YAMLMap, edit: IndicatorEdit): Splice[] | null {
  const value = pairOf(entry, "value");
  const status = pairOf(entry, "status");
  const wanted = { value: edit.value, status: edit.status === "normal" && !status ? undefined : edit.status };
  const source = edit.source === undefined ? [] : [replaced(pairOf(entry, "source"), edit.source)];
  const rest =
    wanted.value === undefined
      ? statusSplices(text, entry, { value, status }, wanted.status)
      : valueSplices(text, entry, { value, status }, { value: wanted.value, status: wanted.status });
  const all = [...source, ...rest];
  const whole = all.filter((splice) => splice !== null);
  return whole.length === all.length ? whole : null;
}

interface Pairs {
  readonly value: Pair | null;
  readonly status: Pair | null;
}

type Splices = (Splice | null)[];

/** A changed value; where there is none any more, its status takes its place, and where there was none, it that of the status. */
function valueSplices(
  text: string,
  entry: YAMLMap,
  { value, status }: Pairs,
  wanted: { readonly value: string; readonly status: string | undefined },
): Splices {
  if (wanted.value === "") {
    if (status) return [removed(text, entry, value), replaced(status, wanted.status ?? "missing")];
    return [renamed(value, "status", wanted.status ?? "missing")];
  }
  if (value)
    return [replaced(value, wanted.value), ...statusSplices(text, entry, { value, status }, wanted.status)];
  if (wanted.status === "normal") return [renamed(status, "value", wanted.value)];
  const before = renamed(status, "value", wanted.value);
  return [
    before && { ...before, text: `${before.text + joint(text, entry, status)}status: ${wanted.status}` },
  ];
}

function statusSplices(
  text: string,
  entry: YAMLMap,
  { value, status }: Pairs,
  wanted: string | undefined,
): Splices {
  if (wanted === undefined) return [];
  if (status) return [replaced(status, wanted)];
  const end = rangeOf(value)?.end;
  return [
    end === undefined ? null : { start: end, end, text: `${joint(text, entry, value)}status: ${wanted}` },
  ];
}

/** What stands between two entries of a mapping: a comma in one line, a new line as far in as the entry else. */
function joint(text: string, entry: YAMLMap, pair: Pair | null): string {
  if (entry.flow) return ", ";
  const start = rangeOf(pair)?.start ?? 0;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return `\n${line.replace(/\S/g, " ")}`;
}

function pairOf(entry: YAMLMap, name: string): Pair | null {
  return entry.items.find(({ key }) => isScalar(key) && key.value === name) ?? null;
}

/** Where a pair of plain words stands; null when its value is an alias, has an anchor or a tag, or runs over several lines. */
function rangeOf(pair: Pair | null): { start: number; value: number; end: number } | null {
  if (!pair || !isScalar(pair.key) || !isScalar(pair.value)) return null;
  const { range, anchor, tag, type } = pair.value as Scalar;
  const start = pair.key.range?.[0];
  if (!range || start === undefined || anchor !== undefined || tag !== undefined) return null;
  if (type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL") return null;
  return { start, value: range[0], end: range[1] };
}

function replaced(pair: Pair | null, text: string): Splice | null {
  const range = rangeOf(pair);
  return range && { start: range.value, end: range.end, text };
}

function renamed(pair: Pair | null, name: string, text: string): Splice | null {
  const range = rangeOf(pair);
  return range && { start: range.start, end: range.end, text: `${name}: ${text}` };
}

/** Takes a pair out with what joins it to the next one. */
function removed(text: string, { flow, items }: YAMLMap, pair: Pair | null): Splice | null {
  const range = rangeOf(pair);
  if (!range || !pair) return null;
  const next = items[items.indexOf(pair) + 1];
  const after = next && isScalar(next.key) ? next.key.range?.[0] : undefined;
  if (after !== undefined) return { start: range.start, end: after, text: "" };
  const gap = flow ? /,\s*$/ : /\n[ \t]*$/;
  const before = text.slice(0, range.start);
  return { start: before.replace(gap, "").length, end: range.end, text: "" };
}
