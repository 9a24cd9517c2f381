import { createInterface } from "node:readline/promises";

/** Asks a person yes or no on the terminal; anything but yes is no. Null when there is no terminal at both ends. */
export async function askOnTerminal(question: string): Promise<boolean | null> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), closed]);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}
