import { FORMAT_NAMES, type FormatName, formatProblem, isFormatName } from "../language/formats/format.ts";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Figure } from "../model/figure.ts";
import { hashOf } from "../model/hash.ts";
import { parseMarkup } from "../model/markup.ts";
import type { Memo } from "../model/memo.ts";
import { suggest } from "../model/nearest.ts";
import { type Placeholder, placeholders } from "../model/placeholder.ts";
import type { Locale, Text } from "../model/report.ts";
import type { Locate } from "./lint/locate.ts";
import { forbiddenCharacter, forbiddenIn } from "./readers/forbidden.ts";

/** What texts may refer to, and how their places are found. */
export interface TextWorld {
  readonly figures: ReadonlyMap<string, Figure>;
  /** First parts of the keys of labels. */
  readonly labels: ReadonlySet<string>;
  readonly locate: Locate;
}

/**
 * As {@link checkTexts}. That nothing was wrong with these texts is remembered; what may have changed since is whether the figures are there, and
 * fit the formats that they are printed in.
 */
export function keptTexts(locale: Locale, world: TextWorld, memo: Memo): readonly Diagnostic[] {
  const texts = [...locale.texts.values()];
  let found: readonly Diagnostic[] | null = null;
  const isSound = memo.once(
    "texts",
    () => hashOf(JSON.stringify([[...world.labels], texts.map(({ key, template }) => [key, template])])),
    () => {
      found = checkTexts(locale, world);
      return found.length === 0;
    },
    (sound) => sound,
  );
  if (found) return found;
  return isSound && texts.every((text) => isLabel(text, world) || fitsAll(text, locale, world))
    ? []
    : checkTexts(locale, world);
}

/** Whether all figures that a text names are there, and can be printed as it says. */
function fitsAll(text: Text, locale: Locale, { figures }: TextWorld): boolean {
  return placeholders(text.template).every(({ ref, format, source }) => {
    const figure = figures.get(ref);
    if (!figure || format === null || !isFormatName(format)) return false;
    return misfit(figure, format, { source, place: text.place, locale }).length === 0;
  });
}

function isLabel({ key }: Text, { labels }: TextWorld): boolean {
  return labels.has(key.split(".")[0] ?? "");
}

/** Checks every text of a locale: its placeholders, its markup and its characters. */
export function checkTexts(locale: Locale, world: TextWorld): Diagnostic[] {
  return [...locale.texts.values()].flatMap((text) => {
    const inText = { text, place: (offset: number) => world.locate(text, offset) };
    return [
      ...(isLabel(text, world)
        ? []
        : placeholders(text.template).flatMap((found) => placeholderProblems(found, inText, locale, world))),
      ...braceProblems(inText),
      ...markupProblems(inText),
      ...characterProblems(inText),
    ];
  });
}

/** A text and the places of its offsets. */
interface InText {
  readonly text: Text;
  readonly place: (offset: number) => Place;
}

function placeholderProblems(
  { ref, format, source, offset }: Placeholder,
  inText: InText,
  locale: Locale,
  { figures }: TextWorld,
): Diagnostic[] {
  const figure = figures.get(ref);
  const place = inText.place(offset);
  const problems: Diagnostic[] = [];
  if (!figure)
    problems.push(
      error({
        code: "unknown-figure",
        message: `${source}: there is no figure “${ref}”`,
        place,
        hints: suggest(ref, figures.keys()),
      }),
    );
  if (format === null)
    problems.push(
      error({
        code: "no-format",
        message: `${source} does not say how to print the figure`,
        place,
        hints: [`for example {{${ref}, count}}`],
      }),
    );
  else if (!isFormatName(format))
    problems.push(
      error({
        code: "unknown-format",
        message: `${source}: there is no format “${format}”`,
        place,
        hints: suggest(format, FORMAT_NAMES),
      }),
    );
  else if (figure) problems.push(...misfit(figure, format, { source, place, locale }));
  return problems;
}

function misfit(
  figure: Figure,
  format: FormatName,
  { source, place, locale }: { source: string; place: Place; locale: Locale },
): Diagnostic[] {
  const problem = formatProblem(figure, format, locale.words);
  if (problem !== null) return [error({ code: "wrong-format", message: `${source}: ${problem}`, place })];
  if (!AMOUNTS.has(format) || !figure.value?.lt(0)) return [];
  return [
    error({
      code: "negative-amount",
      message: `${source}: ${figure.ref} is ${figure.value.toFixed()}, and ${format} prints an amount`,
      place,
      hints: [
        "mend the figure; a decrease is printed by difference, measuredDifference, change, yoy or points",
      ],
    }),
  ];
}

/** Formats of how many or how much there is of something: less than nothing is a slip. */
const AMOUNTS: ReadonlySet<FormatName> = new Set(["count", "word", "money", "myriad", "measure"]);

/** A text with its placeholders hidden, every character in its place. */
function masked({ template }: Text): string {
  return placeholders(template).reduce(
    (text, { offset, source }) =>
      text.slice(0, offset) + "0".repeat(source.length) + text.slice(offset + source.length),
    template,
  );
}

function braceProblems({ text, place }: InText): Diagnostic[] {
  const found = /\{\{|\}\}|\$t\(/.exec(masked(text));
  if (!found) return [];
  return [
    error({
      code: "broken-placeholder",
      message: "a placeholder is not whole",
      place: place(found.index),
      hints: ["write it as {{figure, format}}, with two braces on each side and none inside"],
    }),
  ];
}

function markupProblems({ text, place }: InText): Diagnostic[] {
  const { problem } = parseMarkup(masked(text));
  if (!problem) return [];
  return [error({ code: "wrong-markup", message: problem.message, place: place(problem.offset) })];
}

function characterProblems({ text, place }: InText): Diagnostic[] {
  const found = forbiddenIn(text.template);
  return found ? [forbiddenCharacter(found.code, place(found.offset))] : [];
}
