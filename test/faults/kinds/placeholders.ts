import {
  type FormatName,
  formatFigure,
  formatProblem,
  isFormatName,
} from "../../../src/language/formats/format.ts";
import type { Figure } from "../../../src/model/figure.ts";
import { type Placeholder, placeholders } from "../../../src/model/placeholder.ts";
import type { SourceKind } from "../fault.ts";
import type { Random } from "../random.ts";
import { inText, type Prose } from "./text-files.ts";

/** A placeholder of a text, with the figure that it prints. */
export interface Bound extends Placeholder {
  readonly format: FormatName;
  readonly figure: Figure;
}

/** The placeholders of a text whose figures have a value. */
export function boundIn({ text, sound }: Prose): Bound[] {
  return placeholders(text.template).flatMap((placeholder) => {
    const figure = sound.report.figures.get(placeholder.ref);
    const { format } = placeholder;
    return figure?.value && format !== null && isFormatName(format)
      ? [{ ...placeholder, format, figure }]
      : [];
  });
}

/** A text with one placeholder replaced. */
export function replaced({ text }: Prose, { offset, source }: Placeholder, by: string): string {
  return text.template.slice(0, offset) + by + text.template.slice(offset + source.length);
}

/** What a placeholder prints. */
export const printed = ({ figure, format }: Bound, { locale }: Prose): string =>
  formatFigure(figure, format, locale.words, locale.language);

/** A kind that puts something in the place of one placeholder. */
export function inPlaceholder(
  name: string,
  spoil: (bound: Bound, prose: Prose, random: Random) => string | null,
  fits: (bound: Bound) => boolean = () => true,
): SourceKind {
  return inText(
    name,
    (prose, random) => {
      const bound = random.pick(boundIn(prose).filter(fits));
      const by = bound ? spoil(bound, prose, random) : null;
      if (!bound || by === null) return null;
      return {
        template: replaced(prose, bound, by),
        what: `${bound.source} → ${by === "" ? "nothing" : by}`,
      };
    },
    { where: (prose) => boundIn(prose).some(fits) },
  );
}

const again = (ref: string, format: string): string => `{{${ref}, ${format}}}`;

/** Formats that print less, or something else, of the same figure. */
const LESS: Partial<Record<FormatName, readonly FormatName[]>> = {
  yoy: ["percent", "change"],
  change: ["percent"],
  points: ["percent", "change", "decimal"],
  difference: ["decimal", "count"],
  measuredDifference: ["count"],
  money: ["count", "decimal"],
  rank: ["count"],
  ordinal: ["count"],
  ordinalWord: ["count"],
  measure: ["count"],
  count: ["ordinal", "rank", "percent", "money"],
  myriad: ["ordinal", "rank", "percent", "money"],
  word: ["ordinal", "ordinalWord"],
  year: ["count"],
  yearNumber: ["count"],
  month: ["year"],
};

const formatChanged = inPlaceholder(
  "another format",
  ({ ref, format, figure }, prose, random) => {
    const other = random.pick(LESS[format] ?? []);
    if (other === undefined) return null;
    const possible = formatProblem(figure, other, prose.locale.words) === null;
    const { words, language } = prose.locale;
    if (
      possible &&
      formatFigure(figure, other, words, language) === formatFigure(figure, format, words, language)
    )
      return null;
    return again(ref, other);
  },
  ({ format }) => LESS[format] !== undefined,
);

const percentDropped = inPlaceholder(
  "the percent sign dropped",
  ({ ref }) => again(ref, "decimal"),
  ({ format }) => format === "percent",
);

const swapped = inText("two placeholders swapped", (prose, random) => {
  const all = placeholders(prose.text.template);
  const first = random.pick(all);
  const second = random.pick(all);
  if (!first || !second || first.offset >= second.offset || first.source === second.source) return null;
  const template = replaced(prose, second, first.source);
  return {
    template:
      template.slice(0, first.offset) + second.source + template.slice(first.offset + first.source.length),
    what: `${first.source} ↔ ${second.source}`,
  };
});

const added = inText("a placeholder added", (prose, random) => {
  const other = random.pick(boundIn(prose));
  const at = random.pick([...prose.text.template.matchAll(/[ ，、](?![^{]*\}\})/g)]);
  if (!other || !at) return null;
  const end = at.index + at[0].length;
  const template = `${prose.text.template.slice(0, end)}${other.source} ${prose.text.template.slice(end)}`;
  return { template, what: `${other.source} once more` };
});

const anotherFigure = inPlaceholder(
  "another figure of the same unit",
  ({ ref, format, figure }, { sound }, random) => {
    const same = [...sound.report.figures.values()].filter(
      (other) =>
        other.ref !== ref &&
        other.unit.id === figure.unit.id &&
        other.value &&
        !other.value.eq(figure.value ?? 0),
    );
    const other = random.pick(same);
    return other ? again(other.ref, format) : null;
  },
);

/** Faults in what texts refer to. */
export const PLACEHOLDER_KINDS: readonly SourceKind[] = [
  inPlaceholder("a placeholder dropped", () => ""),
  added,
  swapped,
  anotherFigure,
  formatChanged,
  percentDropped,
];
