import { type Diagnostic, note, type Severity } from "../model/diagnostic.ts";

/** So many problems of one kind in one file are told; nobody reads more. */
const MOST = 200;
/** UTF-16 units of a message or a hint that are told. */
const LONGEST = 2_000;

/**
 * Sorted diagnostics without a flood: of one kind in one file the first {@link MOST}, then a note of how many more there are; messages and hints cut
 * after {@link LONGEST} characters.
 */
export function withoutFlood(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(diagnostics, ({ severity, code, file = "" }) => `${severity} ${code} ${file}`);
  const last = new Map([...groups.values()].map((group) => [group[MOST - 1], group] as const));
  const left = new Set([...groups.values()].flatMap((group) => group.slice(MOST)));
  return diagnostics.flatMap((diagnostic) => {
    if (left.has(diagnostic)) return [];
    const group = last.get(diagnostic) ?? [];
    return [cut(diagnostic), ...(group.length > MOST ? [more(diagnostic, group.length - MOST)] : [])];
  });
}

const WORDS: Record<Severity, string> = { error: "errors", warning: "warnings", note: "notes" };

function more({ severity, code, file }: Diagnostic, count: number): Diagnostic {
  return note({
    code: "more-of-the-same",
    message: `${count} more ${WORDS[severity]} of the kind ${code} are not listed`,
    place: file === undefined ? undefined : { file },
    hints: ["mend these first, then check again"],
  });
}

function cut(diagnostic: Diagnostic): Diagnostic {
  const { message, hints } = diagnostic;
  if ([message, ...hints].every((text) => text.length <= LONGEST)) return diagnostic;
  return { ...diagnostic, message: cutText(message), hints: hints.map(cutText) };
}

function cutText(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…`;
}
