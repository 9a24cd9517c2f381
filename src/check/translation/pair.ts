import type { DiagnosticInput, Place } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { Text } from "../../model/report.ts";
import type { Locate } from "../lint/locate.ts";
import type { HideNames } from "../lint/names.ts";
import { visibleText } from "../lint/visible.ts";
import { englishIn, stillEnglish } from "./english.ts";
import { lostDirections, markupDifference, placeholderDifference } from "./same-parts.ts";

/** An English text and its translation. */
export interface Pair {
  readonly source: Text;
  readonly translated: Text;
  readonly language: Language;
  /** Labels take variables by name and may use other ones: {{roman}} in English, {{n}} in Chinese. */
  readonly isLabel: boolean;
}

/** What the comparison needs besides the two texts. */
export interface PairTools {
  readonly locate: Locate;
  readonly hideNames: HideNames;
}

/** A problem of a translation, and what an exception may call it. */
export interface PairProblem extends DiagnosticInput {
  readonly names: readonly string[];
}

/** What a translation has not in common with its English text although it should. */
export function pairProblems(pair: Pair, tools: PairTools): PairProblem[] {
  return [
    ...englishProblems(pair, tools),
    ...(pair.isLabel ? [] : [...placeholderProblems(pair), ...directionProblems(pair)]),
    ...markupProblems(pair),
  ];
}

function englishProblems({ source, translated, language }: Pair, tools: PairTools): PairProblem[] {
  const { plain, offsetOf } = visibleText(translated.template);
  const english = englishIn(tools.hideNames(plain));
  if (!english) return [];
  return [
    {
      code: "still-english",
      message: stillEnglish(translated.key, english.found, language),
      place: tools.locate(translated, offsetOf(english.start)),
      hints: [`translate ${placeText(source.place)}`],
      names: [english.found],
    },
  ];
}

function placeholderProblems({ source, translated }: Pair): PairProblem[] {
  const { missing, extra } = placeholderDifference(source.template, translated.template);
  if (missing.length + extra.length === 0) return [];
  return [
    {
      code: "different-placeholders",
      message: `${translated.key} does not print the figures of the English text: ${parts(missing, extra)}`,
      place: translated.place,
      hints: [`compare with ${placeText(source.place)}; formats and order may differ, figures may not`],
      names: [...missing, ...extra],
    },
  ];
}

function directionProblems({ source, translated }: Pair): PairProblem[] {
  return lostDirections(source.template, translated.template).map((ref) => ({
    code: "lost-direction",
    message: `${translated.key} prints ${ref} without its direction; the English text follows its sign`,
    place: translated.place,
    hints: [`print it as yoy, change, difference or points, and take out the words of direction`],
    names: [ref],
  }));
}

function markupProblems({ source, translated }: Pair): PairProblem[] {
  const { missing, extra } = markupDifference(source.template, translated.template);
  if (missing.length + extra.length === 0) return [];
  return [
    {
      code: "different-markup",
      message: `${translated.key} is not marked up as the English text is: ${parts(missing, extra)}`,
      place: translated.place,
      hints: [`compare with ${placeText(source.place)}`],
      names: [...missing, ...extra],
    },
  ];
}

function parts(missing: readonly string[], extra: readonly string[]): string {
  const lists = [
    missing.length > 0 ? `${missing.join(", ")} missing` : "",
    extra.length > 0 ? `${extra.join(", ")} too many` : "",
  ];
  return lists.filter((list) => list !== "").join("; ");
}

/** A place as people write it: `locales/en/2021/creation.json:5:11`. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
