import type { CheckFact } from "../facts/facts.ts";
import { html, type Markup } from "../markup.ts";
import { counted, printed } from "../words.ts";
import { percent } from "./percent.ts";

/** A difference smaller than this part of the whole cannot be seen: the ends of the bars are shown magnified beside them. */
const VISIBLE = 0.04;
/** Where the bars end and the magnified ends begin, as parts of the picture's width. */
const BARS = 0.72;
const LENS = { start: 0.78, width: 0.22 } as const;
/** The part of the lens that the difference takes. */
const GAP = 0.4;

interface Sides {
  readonly stated: number;
  readonly computed: number;
  /** Sizes of the parts that add up to the computed side; empty when it is no sum. */
  readonly parts: readonly { readonly label: string; readonly size: number }[];
}

/** Both sides of a discrepancy as bars from zero, the computed one cut into its parts; null when there are not two sides. */
export function twoSides(check: CheckFact): Markup | null {
  const { stated, computed, grouped, difference } = check;
  if (stated === null || computed === null || difference === null) return null;
  const sides = { stated: Number(stated), computed: Number(computed), parts: partsOf(check) };
  const [low, high] = rangeOf(sides);
  const share = Math.abs(sides.stated - sides.computed) / (high - low);
  const width = share < VISIBLE ? BARS : 1;
  const place = (value: number) => ((value - low) / (high - low)) * width;
  const lens = width < 1 ? lensOf(sides) : null;
  const names = namesOf(check);
  const magnified = lens && Math.round((LENS.width * GAP) / (share * BARS));
  return html`<figure class="sides">
${row({ name: names[0], value: printed(stated, grouped), bar: bar({ parts: [], from: 0, to: sides.stated, other: sides.computed }, place), lens: lens?.stated ?? null })}
${row({ name: sides.parts.length > 0 ? counted(sides.parts.length, "part") : names[1], value: printed(computed, grouped), bar: bar({ parts: sides.parts, from: 0, to: sides.computed, other: sides.stated }, place), lens: lens?.computed ?? null })}
<figcaption><span>Difference <b>${signed(difference)}</b></span>${magnified !== null && html`<span class="lens-note">ends magnified ${printed(String(magnified))} ×</span>`}</figcaption>
</figure>`;
}

/** What the sides are called: a bound is not computed, and a possible value is only the nearest one. */
function namesOf({ kind }: CheckFact): readonly [string, string] {
  if (kind === "bound") return ["Found", "Bound"];
  return ["Stated", kind.endsWith("-possible") ? "Nearest" : "Computed"];
}

function partsOf({ figures, addsUp }: CheckFact): Sides["parts"] {
  if (!addsUp) return [];
  return figures
    .slice(1)
    .flatMap(({ ref, value, kind }) =>
      value === null ? [] : [{ label: `${ref}: ${printed(value, kind !== "year")}`, size: Number(value) }],
    );
}

function rangeOf({ stated, computed }: Sides): [number, number] {
  const low = Math.min(0, stated, computed);
  const high = Math.max(0, stated, computed);
  return low === high ? [0, 1] : [low, high];
}

/** A difference with its sign. */
export function signed(difference: string): string {
  return difference.startsWith("-") ? printed(difference) : `+${printed(difference)}`;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly bar: Markup;
  readonly lens: Markup | null;
}

function row({ name, value, bar: drawn, lens }: Row): Markup {
  return html`<div class="side"><span class="side-name">${name}</span><svg aria-hidden="true" width="100%" height="16">${drawn}${lens}</svg><span class="side-value">${value}</span></div>`;
}

interface Bar {
  readonly parts: Sides["parts"];
  readonly from: number;
  readonly to: number;
  /** The other side: what is lacking up to it is outlined. */
  readonly other: number;
}

function bar({ parts, from, to, other }: Bar, place: (value: number) => number): Markup {
  let end = from;
  const pieces = parts.map(({ label, size }, index) => {
    const start = end;
    end += size;
    return rect(index % 2 === 0 ? "side-a" : "side-b", place(start), place(end), label);
  });
  const whole =
    parts.length > 0 ? pieces : [rect("side-a", place(Math.min(from, to)), place(Math.max(from, to)))];
  const lacks = Math.abs(other) > Math.abs(to) && other * to >= 0;
  return html`${whole}${lacks && rect("side-gap", place(Math.min(to, other)), place(Math.max(to, other)))}`;
}

/** The ends of both bars, magnified so that the difference takes a set part of the lens. */
function lensOf({ stated, computed }: Sides): { stated: Markup; computed: Markup } {
  const shorter = Math.abs(stated) < Math.abs(computed) ? "stated" : "computed";
  const start = LENS.start;
  const short = start + LENS.width * (1 - GAP) * 0.75;
  const long = short + LENS.width * GAP;
  const frame = html`<rect class="lens" x="${percent(start)}" y="0" width="${percent(LENS.width)}" height="16"/>`;
  const lacking = html`${frame}${rect("side-a", start, short)}${rect("side-gap", short, long)}`;
  const full = html`${frame}${rect("side-a", start, long)}`;
  return shorter === "stated" ? { stated: lacking, computed: full } : { stated: full, computed: lacking };
}

function rect(tone: string, start: number, end: number, label?: string): Markup {
  const title = label === undefined ? null : html`<title>${label}</title>`;
  return html`<rect class="${tone}" x="${percent(start)}" y="2" width="${percent(Math.max(end - start, 0.001))}" height="12">${title}</rect>`;
}
