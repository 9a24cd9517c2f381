/** A helper or a partial that a template uses, and where. */
export interface UsedName {
  readonly kind: "helper" | "partial";
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** What a parsed template uses, in order. */
export function usedNames(program: hbs.AST.Program): UsedName[] {
  return statements(program).flatMap((statement) => {
    const used = usedName(statement);
    const { line, column } = statement.loc.start;
    return used ? [{ ...used, line, column: column + 1 }] : [];
  });
}

/** All statements of a program, those inside its blocks included. */
function statements({ body }: hbs.AST.Program): hbs.AST.Statement[] {
  return body.flatMap((statement) => {
    const { program, inverse } = statement as Partial<hbs.AST.BlockStatement>;
    return [statement, ...(program ? statements(program) : []), ...(inverse ? statements(inverse) : [])];
  });
}

type Named = Pick<UsedName, "kind" | "name">;

/** The helper that a statement calls, or the partial that it puts in. A name without arguments is a value's. */
function usedName(statement: hbs.AST.Statement): Named | null {
  if (statement.type === "PartialStatement" || statement.type === "PartialBlockStatement")
    return named("partial", (statement as hbs.AST.PartialStatement).name);
  if (statement.type !== "MustacheStatement" && statement.type !== "BlockStatement") return null;
  const { path, params, hash } = statement as hbs.AST.MustacheStatement;
  const called = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  return called ? named("helper", path) : null;
}

function named(kind: Named["kind"], path: hbs.AST.Expression): Named | null {
  const { original } = path as Partial<hbs.AST.PathExpression>;
  return original === undefined ? null : { kind, name: String(original) };
}
