import type { Language } from "../../model/language.ts";
import type { Complaints } from "../complaints.ts";
import { closed } from "../reading/normalize.ts";
import type { Pair } from "../text/compare.ts";
import { type VisualLine, visualLines } from "./visual-lines.ts";

/** What no line may begin with (JIS X 4051, GB/T 15834, CLREQ, KLREQ): closing marks, small kana, the sound mark, iteration marks. */
const NOT_FIRST =
  /^[、。，．,.；;：:？?！!」』）)》】〉〕］\]”’…‥・·々〻ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%‰°]/u;
/** What no line may end with: opening marks. */
const NOT_LAST = /[「『（(《【〈〔［[“‘]$/u;

/** The languages whose lines are looked at. */
const LANGUAGES: ReadonlySet<Language> = new Set(["zh-CN", "ja", "ko"]);

/** Counts lines that break where the language does not allow it, each a warning with the line. */
export function checkLines(pairs: readonly Pair[], complaints: Complaints): number {
  let count = 0;
  for (const pair of pairs) {
    if (!LANGUAGES.has(pair.expected.language) || pair.expected.role === "chart") continue;
    const lines = visualLines(pair.found);
    const faults = [
      ...faultyEnds(lines),
      ...(pair.expected.language === "ko" ? brokenWords(lines, pair) : []),
    ];
    for (const { code, line, message } of faults)
      complaints.warning({ code, page: line.page, key: pair.expected.key, message });
    count += faults.length;
  }
  return count;
}

interface Fault {
  readonly code: string;
  readonly line: VisualLine;
  readonly message: string;
}

function faultyEnds(lines: readonly VisualLine[]): Fault[] {
  return lines.flatMap((line, index) => {
    const first = NOT_FIRST.test(line.text) && index > 0;
    const last = NOT_LAST.test(line.text) && index < lines.length - 1;
    return [
      ...(first
        ? [
            {
              code: "line-start",
              line,
              message: `a line begins with “${line.text.charAt(0)}”: “${line.text}”`,
            },
          ]
        : []),
      ...(last
        ? [{ code: "line-end", line, message: `a line ends with “${line.text.at(-1)}”: “${line.text}”` }]
        : []),
    ];
  });
}

const HANGUL = /\p{Script=Hangul}/u;

/** Korean words that are broken: a line ends between two syllables where the text has no space. */
function brokenWords(lines: readonly VisualLine[], { expected }: Pair): Fault[] {
  const spaces = spacesIn(expected.text);
  let letters = 0;
  return lines.flatMap((line, index) => {
    letters += closed(line.text).length;
    const next = lines[index + 1];
    if (!next || spaces.has(letters)) return [];
    const [last, first] = [line.text.at(-1) ?? "", next.text.charAt(0)];
    if (!HANGUL.test(last) || !HANGUL.test(first)) return [];
    const word = `${line.text.split(" ").at(-1)}|${next.text.split(" ")[0]}`;
    return [{ code: "broken-word", line, message: `a word is broken over two lines: “${word}”` }];
  });
}

/** After how many letters, spaces not counted, a text has a space. */
function spacesIn(text: string): Set<number> {
  const result = new Set<number>();
  let letters = 0;
  for (const letter of text.normalize("NFC")) {
    if (/\s/.test(letter)) result.add(letters);
    else letters += closed(letter).length;
  }
  return result;
}
