const LONGEST = 60;

/** A text as quoted in a message: on one line, cut after 60 characters. */
export function excerpt(text: string): string {
  const letters = [...text.slice(0, 2 * LONGEST + 2).replace(/\s+/g, " ")];
  return letters.length > LONGEST || text.length > 2 * LONGEST + 2
    ? `${letters.slice(0, LONGEST).join("")}…`
    : letters.join("");
}
