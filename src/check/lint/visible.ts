/** Stands for a placeholder in a visible text; texts may not hold it themselves. */
export const PLACEHOLDER_MARK = "\ufffc";
/** Stands for each character of a declared name, so that nothing is found inside it. */
export const NAME_MARK = "\ufffb";

/** What a reader sees of a text: without tags, each placeholder and cross-reference as one {@link PLACEHOLDER_MARK}. */
export interface VisibleText {
  readonly plain: string;
  /** The offset in the template of an index in `plain`. */
  readonly offsetOf: (index: number) => number;
}

const HIDDEN = /<\/?[a-z]+>|<see [^<>]*>|\{\{[^{}]*\}\}/g;

interface Run {
  readonly index: number;
  readonly offset: number;
}

/** The visible text of a template, with the way back to the template's offsets. */
export function visibleText(template: string): VisibleText {
  const runs: Run[] = [{ index: 0, offset: 0 }];
  let plain = "";
  let end = 0;
  for (const { 0: hidden, index } of template.matchAll(HIDDEN)) {
    plain += template.slice(end, index);
    if (/^(?:\{|<see )/.test(hidden)) {
      runs.push({ index: plain.length, offset: index });
      plain += PLACEHOLDER_MARK;
    }
    end = index + hidden.length;
    runs.push({ index: plain.length, offset: end });
  }
  plain += template.slice(end);
  return { plain, offsetOf: (index) => offsetIn(runs, index) };
}

function offsetIn(runs: readonly Run[], index: number): number {
  const run = runs.findLast((candidate) => candidate.index <= index) ?? { index: 0, offset: 0 };
  return run.offset + index - run.index;
}

/** How many characters on each side make an excerpt. */
const AROUND = 14;

/** A piece of a visible text with some of what stands around it, for people: “…ranking first for six consecutive…”. */
export function excerpt(plain: string, start: number, end: number, around = AROUND): string {
  const from = Math.max(0, start - around);
  const to = Math.min(plain.length, end + around);
  const piece = shown(plain.slice(from, to)).trim();
  return `${from > 0 ? "…" : ""}${piece}${to < plain.length ? "…" : ""}`;
}

/** A piece of a visible text with its placeholders as people write them. */
export function shown(plain: string): string {
  return plain.replaceAll(PLACEHOLDER_MARK, "{{…}}");
}
