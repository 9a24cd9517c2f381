import type { ChartContents } from "./entries.ts";
import type { Name, TextNumber, Token } from "./tokens.ts";

/** A number in an alternative text, and what it is told of. */
export interface Statement {
  readonly names: readonly Name[];
  /** Id of the column told about; null where the columns are what is named. */
  readonly column: string | null;
  /** Whether it follows another number directly: then it tells the figure beside. */
  readonly beside: boolean;
  readonly number: TextNumber;
}

/** What an alternative text tells. */
export interface Statements {
  readonly statements: readonly Statement[];
  /** Names at the end, of what is missing: no number follows them. */
  readonly left: readonly Name[];
}

/** Puts names and numbers together: names wait for the number that tells their figure; a further number is the one beside it. */
export function statementsOf(
  tokens: readonly Token[],
  { rows, columns }: Pick<ChartContents, "rows" | "columns">,
): Statements {
  const [only] = columns;
  let column = columns.length === 1 && only ? only.id : null;
  let waiting: Name[] = [];
  const statements: Statement[] = [];
  for (const token of tokens) {
    if (token.kind === "number") {
      const beside = waiting.length === 0;
      const names = beside ? namedOnce(statements.at(-1)) : waiting;
      statements.push({ names, column, beside, number: token });
      waiting = [];
    } else if (token.of === "column" && rows.length > 1) column = token.id;
    else waiting = token.of === "whole" ? [token] : [...waiting, token];
  }
  return { statements, left: waiting };
}

/** The name of a number before, for the one beside it. */
function namedOnce(before: Statement | undefined): readonly Name[] {
  return before && !before.beside && before.names.length === 1 ? before.names : [];
}
