/** Puts a printed number into the `{{n}}` of a pattern. */
export function fill(pattern: string, number: string): string {
  // A function, since `$` in a replacement string has a meaning of its own.
  return pattern.replace("{{n}}", () => number);
}

/** What stands around a number. */
interface Words {
  readonly before: string;
  readonly after: string;
}

// A locale has a few dozen patterns, and each number of a text is held against most of them.
const known = new Map<string, Words>();

/** The words before and after the `{{n}}` of a pattern. */
export function around(pattern: string): Words {
  const words = known.get(pattern) ?? split(pattern);
  known.set(pattern, words);
  return words;
}

function split(pattern: string): Words {
  const at = pattern.indexOf("{{n}}");
  return { before: pattern.slice(0, at), after: pattern.slice(at + "{{n}}".length) };
}

/** The reverse of `fill`: what stands at the `{{n}}` when the whole text fits the pattern, else null. */
export function unfill(pattern: string, text: string): string | null {
  const { before, after } = around(pattern);
  const fits = text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return fits ? text.slice(before.length, text.length - after.length) : null;
}
