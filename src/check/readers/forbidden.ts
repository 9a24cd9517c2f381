import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";

/**
 * Characters that no text of a report may hold: controls but line feed and tab, halves of a character, private use, noncharacters, the
 * replacement character, and whatever readers do not see (Unicode's Default_Ignorable_Code_Point, the bidirectional controls among them,
 * and the blanks that are letters to a program). A selector of an ideograph's form (IVS) is none of them.
 */
const FORBIDDEN =
  /(?![\n\t])\p{Cc}|\p{Cs}|\p{Co}|\p{Noncharacter_Code_Point}|[\u2028\u2029\u2800\ufff9-\uffff]|(?!(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}\ufe00-\ufe02])\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u;

/** The offset and the code point of the first character that a text may not hold; null when there is none. */
export function forbiddenIn(text: string): { readonly offset: number; readonly code: string } | null {
  const found = FORBIDDEN.exec(text);
  return found && { offset: found.index, code: codePoint(found[0]) };
}

/** The diagnostic for such a character. */
export function forbiddenCharacter(code: string, place: Place): Diagnostic {
  return error({
    code: "forbidden-character",
    message: `the text holds the invisible or private character ${code}`,
    place,
    hints: ["delete it; it was probably pasted from another program"],
  });
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
