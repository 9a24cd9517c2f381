import { FORMAT_NAMES, type FormatName, formatProblem, isFormatName } from "../language/formats/format.ts";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import type { Figure } from "../model/figure.ts";
import { parseMarkup } from "../model/markup.ts";
import { suggest } from "../model/nearest.ts";
import { type Placeholder, placeholders, withoutPlaceholders } from "../model/placeholder.ts";
import type { Locale, Text } from "../model/report.ts";

/** Characters that no text may hold: controls, bidirectional overrides, private use, halves of a character, the replacement character. */
const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ue000-\uf8ff]|\p{Cs}/u;

/** Checks every text of a locale: its placeholders, its markup and its characters. */
export function checkTexts(
  locale: Locale,
  figures: ReadonlyMap<string, Figure>,
  labels: ReadonlySet<string>,
): Diagnostic[] {
  return [...locale.texts.values()].flatMap((text) => {
    const isLabel = labels.has(text.key.split(".")[0] ?? "");
    return [
      ...(isLabel
        ? []
        : placeholders(text.template).flatMap((found) => placeholderProblems(found, text, locale, figures))),
      ...braceProblems(text),
      ...markupProblems(text),
      ...characterProblems(text),
    ];
  });
}

/** The place of an offset inside a text, counted in the source file's columns. */
export function placeInText({ place }: Text): Place {
  return place;
}

function placeholderProblems(
  { ref, format, source }: Placeholder,
  text: Text,
  locale: Locale,
  figures: ReadonlyMap<string, Figure>,
): Diagnostic[] {
  const figure = figures.get(ref);
  const place = placeInText(text);
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
  return problem === null ? [] : [error({ code: "wrong-format", message: `${source}: ${problem}`, place })];
}

function braceProblems(text: Text): Diagnostic[] {
  if (!/\{\{|\}\}|\$t\(/.test(withoutPlaceholders(text.template))) return [];
  return [
    error({
      code: "broken-placeholder",
      message: "a placeholder is not whole",
      place: placeInText(text),
      hints: ["write it as {{figure, format}}, with two braces on each side and none inside"],
    }),
  ];
}

function markupProblems(text: Text): Diagnostic[] {
  const { problem } = parseMarkup(withoutPlaceholders(text.template, "0"));
  if (!problem) return [];
  return [error({ code: "wrong-markup", message: problem.message, place: placeInText(text) })];
}

function characterProblems(text: Text): Diagnostic[] {
  const found = FORBIDDEN.exec(text.template);
  if (!found) return [];
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return [
    error({
      code: "forbidden-character",
      message: `the text holds the invisible or private character U+${code}`,
      place: placeInText(text),
      hints: ["delete it; it was probably pasted from another program"],
    }),
  ];
}
