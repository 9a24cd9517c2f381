/** What stands for a placeholder; undefined where only i18next knows. */
export type PutIn = (name: string, format: string | null) => string | undefined;

/** `{{name}}` or `{{name, format}}`, in the form that nearly all texts have. */
const PLACEHOLDER = /\{\{ *(\w[\w.-]*) *(?:, *(\w+) *)?\}\}/g;

/** What i18next makes more of than words: braces of any other form, and `$t(…)`. */
const MORE_THAN_WORDS = /[{}]|\$t\(/;

/**
 * A text with its placeholders put in, as i18next would print it, in a tenth of the time; null for texts that need i18next itself: those with
 * anything but plain placeholders, and with placeholders for which `putIn` has nothing.
 */
export function printSimple(template: string, putIn: PutIn): string | null {
  if (!MORE_THAN_WORDS.test(template)) return template || null;
  let printed = "";
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, name = "", format = null] = match;
    const words = template.slice(end, match.index);
    const value = putIn(name, format);
    if (value === undefined || MORE_THAN_WORDS.test(words)) return null;
    printed += words + value;
    end = match.index + whole.length;
  }
  const rest = template.slice(end);
  // Where nothing is left to print, i18next prints the key.
  return (MORE_THAN_WORDS.test(rest) ? "" : printed + rest) || null;
}

/** Names of variables that are nothing to i18next but variables: `count` chooses a plural form, `context` another text. */
const PLAIN_VARIABLES: ReadonlySet<string> = new Set([
  ..."after before beside column columns date detail first fonts hanzi highest id index items label language last list".split(
    " ",
  ),
  ..."lowest n name number page pages place reason revision roman row section table text title total unit value was year".split(
    " ",
  ),
]);

/** Puts variables into a label. One with a name that i18next may read is left to it, and so is one whose value it would look into. */
export function variablesIn(variables: Readonly<Record<string, string | number>>): PutIn | null {
  if (!Object.keys(variables).every((name) => PLAIN_VARIABLES.has(name))) return null;
  return (name, format) => {
    if (format !== null || !Object.hasOwn(variables, name)) return undefined;
    const value = variables[name];
    if (typeof value === "number") return String(value);
    return typeof value === "string" && !MORE_THAN_WORDS.test(value) ? value : undefined;
  };
}
