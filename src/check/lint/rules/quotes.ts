import type { Language } from "../../../model/language.ts";
import { LANGUAGE_NAMES, patternRule, type Rule, type Slip } from "./rule.ts";

/** Outer double and single quotation marks of each language. */
const QUOTES: Record<Language, { readonly double: string; readonly single: string }> = {
  en: { double: "“”", single: "‘’" },
  "zh-CN": { double: "“”", single: "‘’" },
  ja: { double: "「」", single: "『』" },
  ko: { double: "“”", single: "‘’" },
};

/** Straight quotes: inside a Latin word an apostrophe, else opening and closing in turn. */
export const straightQuotes: Rule = (plain, language) => {
  const opened = new Set<string>();
  return [...plain.matchAll(/["']/g)].map(({ 0: found, index }) => {
    const apostrophe = found === "'" && /[A-Za-z]/.test(plain.charAt(index - 1));
    const pair = QUOTES[language][found === '"' ? "double" : "single"];
    const mended = apostrophe && !opened.has(found) ? "’" : pair.charAt(opened.has(found) ? 1 : 0);
    if (!apostrophe && !opened.delete(found)) opened.add(found);
    return {
      start: index,
      end: index + 1,
      code: "straight-quote",
      message: `straight quotation mark ${found}`,
      mended,
    };
  });
};

const FOREIGN: Record<Language, Readonly<Record<string, string>>> = {
  en: { "「": "“", "」": "”", "『": "‘", "』": "’", "《": "“", "》": "”" },
  "zh-CN": { "「": "“", "」": "”", "『": "‘", "』": "’" },
  ja: { "“": "「", "”": "」", "‘": "『", "’": "』", "《": "『", "》": "』" },
  ko: { "「": "‘", "」": "’", "『": "《", "』": "》" },
};

function foreignQuotesOf(language: Language): Rule {
  const marks = FOREIGN[language];
  // ’ inside a Latin word is an apostrophe.
  const pattern = new RegExp(`(?!(?<=[A-Za-z])’)[${Object.keys(marks).join("")}]`, "g");
  return patternRule({
    code: "foreign-quote",
    pattern,
    message: (found, name) => `“${found}” is no quotation mark of ${name} text`,
    mend: (found) => marks[found] ?? null,
  });
}

const FOREIGN_RULES: Record<Language, Rule> = {
  en: foreignQuotesOf("en"),
  "zh-CN": foreignQuotesOf("zh-CN"),
  ja: foreignQuotesOf("ja"),
  ko: foreignQuotesOf("ko"),
};

/** Quotation marks of another language. */
export const foreignQuotes: Rule = (plain, language) => FOREIGN_RULES[language](plain, language);

const PAIRS = ["“”", "‘’", "「」", "『』", "《》", "〈〉", "（）", "()", "【】", "[]"];
const CLOSING = new Map(PAIRS.map((pair) => [pair.charAt(0), pair.charAt(1)]));
const OPENING = new Map(PAIRS.map((pair) => [pair.charAt(1), pair.charAt(0)]));
/** Marks that take another form inside themselves: “… ‘…’ …”, 「…『…』…」. */
const NESTED: Readonly<Record<string, string>> = { "“": "‘", "‘": "“", "「": "『", "《": "〈" };

interface Open {
  readonly mark: string;
  readonly index: number;
}

/** Quotation marks and brackets that do not pair, and marks directly inside their own kind. */
export const balance: Rule = (plain, language) => {
  const stack: Open[] = [];
  const slips: Slip[] = [];
  for (const { 0: mark, index } of plain.matchAll(/[“”‘’「」『』《》〈〉（）()【】[\]]/g)) {
    if (isApostrophe(plain, index, stack)) continue;
    const slip = CLOSING.has(mark) ? open({ mark, index }, stack) : close({ mark, index }, stack);
    if (slip) slips.push(slip);
  }
  const [left] = stack;
  if (left) slips.push(slipAt(left, "unbalanced-mark", `“${left.mark}” is not closed`));
  return slips.map((slip) => ({ ...slip, message: `${slip.message} in ${LANGUAGE_NAMES[language]} text` }));
};

/** ’ after a letter, where no ‘ waits for it: Huai’an, enterprises’. */
function isApostrophe(plain: string, index: number, stack: readonly Open[]): boolean {
  if (plain.charAt(index) !== "’" || !/[A-Za-z]/.test(plain.charAt(index - 1))) return false;
  return /[A-Za-z]/.test(plain.charAt(index + 1)) || stack.at(-1)?.mark !== "‘";
}

function open(found: Open, stack: Open[]): Slip | null {
  const around = stack.at(-1)?.mark;
  stack.push(found);
  const inner = NESTED[found.mark];
  if (around !== found.mark || inner === undefined) return null;
  return { ...slipAt(found, "nested-quote", `“${found.mark}” stands inside its own kind`), mended: inner };
}

function close(found: Open, stack: Open[]): Slip | null {
  const wanted = OPENING.get(found.mark);
  const at = stack.findLastIndex(({ mark }) => mark === wanted);
  if (at < 0) return slipAt(found, "unbalanced-mark", `“${found.mark}” closes nothing`);
  const [unclosed] = stack.splice(at).slice(1);
  return unclosed ? slipAt(unclosed, "unbalanced-mark", `“${unclosed.mark}” is not closed`) : null;
}

function slipAt({ mark, index }: Open, code: string, message: string): Slip {
  return { start: index, end: index + mark.length, code, message, mended: null };
}
