/** Puts a printed number into the `{{n}}` of a pattern. */
export function fill(pattern: string, number: string): string {
  // A function, since `$` in a replacement string has a meaning of its own.
  return pattern.replace("{{n}}", () => number);
}

/** The words before and after the `{{n}}` of a pattern. */
export function around(pattern: string): { readonly before: string; readonly after: string } {
  const at = pattern.indexOf("{{n}}");
  return { before: pattern.slice(0, at), after: pattern.slice(at + "{{n}}".length) };
}

/** The reverse of `fill`: what stands at the `{{n}}` when the whole text fits the pattern, else null. */
export function unfill(pattern: string, text: string): string | null {
  const { before, after } = around(pattern);
  const fits = text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return fits ? text.slice(before.length, text.length - after.length) : null;
}
