import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import { type Placeholder, placeholders } from "../../model/placeholder.ts";
import type { Text } from "../../model/report.ts";
import type { Locate } from "./locate.ts";

/** Formats that print a number without any unit. */
const BARE: ReadonlySet<string> = new Set(["decimal", "count"]);

/** What says that a number counts hundredths: the sign, percentage points, and their names in four languages. */
const UNIT =
  "(?:[%％]|per ?cent(?:age points?)?(?![A-Za-z])|个?百分点|百分之|パーセント|ポイント|퍼센트|(?:퍼센트 ?)?포인트)";
const AFTER = new RegExp(`^ ?${UNIT}`);
const BEFORE = new RegExp(`${UNIT}[)）]?[:：]? ?$`);

/** A range states its unit once, at its end: 1.7–2.3%. */
const RANGE = /^(?: ?[–~～] ?|[至到]|から| to )$/;
/** Numbers in a row may share the words after the last: “1.7 and 2.3 percentage points”. */
const ROW = /^(?:, ?|[、和与及とや]| (?:and|or|및) |[와과] )$/;

const TAGS = /<\/?[a-z]+>|<see [^<>]*>/g;

/** Percentages that a text prints as bare numbers although nothing beside them says percent or percentage points. */
export function lostUnits(
  text: Text,
  { figures, locate }: { readonly figures: ReadonlyMap<string, Figure>; readonly locate: Locate },
): Diagnostic[] {
  const plain = text.template.replace(TAGS, "");
  const shown = placeholders(plain);
  return placeholders(text.template).flatMap((placeholder, index) => {
    const { ref, format, offset, source } = placeholder;
    const isBare = figures.get(ref)?.unit.kind === "percent" && format !== null && BARE.has(format);
    if (!isBare || hasUnit(plain, shown, index)) return [];
    return error({
      code: "lost-unit",
      message: `${source} prints a percentage without its sign, and no word beside it says what it is`,
      place: locate(text, offset),
      hints: [
        `write {{${ref}, percent}}, or for the distance between two percentages {{${ref}, points}}`,
        "or put “percentage points” right after it",
      ],
    });
  });
}

function hasUnit(plain: string, shown: readonly Placeholder[], index: number): boolean {
  const own = shown[index];
  if (!own) return false;
  const end = own.offset + own.source.length;
  if (AFTER.test(plain.slice(end)) || BEFORE.test(plain.slice(0, own.offset))) return true;
  const next = shown[index + 1];
  if (!next) return false;
  const between = plain.slice(end, next.offset);
  const signed = next.format === "percent" || next.format === "points";
  if (RANGE.test(between)) return signed || hasUnit(plain, shown, index + 1);
  return ROW.test(between) && !signed && hasUnit(plain, shown, index + 1);
}
