import Handlebars from "handlebars";
import { type Diagnostic, error, type Place } from "../model/diagnostic.ts";
import { hashOf } from "../model/hash.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import { suggest } from "../model/nearest.ts";
import type { Template } from "../model/report.ts";
import { BUILT_IN, SHARED_HELPERS, WEB_HELPERS } from "./engine.ts";

// Parsing costs more than all else here, and the editions of a report share its templates.
const remembered = new WeakMap<ReadonlyMap<string, Template>, Diagnostic[]>();

/** Every helper and partial that a template names and that does not exist, with its place. */
export function unknownNames(
  templates: ReadonlyMap<string, Template>,
  chapterHelpers: readonly string[],
  memo: Memo = NO_MEMO,
): Diagnostic[] {
  const key = () =>
    hashOf(...chapterHelpers, ...[...templates].flatMap(([name, { file, source }]) => [name, file, source]));
  const found =
    remembered.get(templates) ?? memo.once("names", key, () => findUnknown(templates, chapterHelpers));
  remembered.set(templates, found);
  return found;
}

function findUnknown(
  templates: ReadonlyMap<string, Template>,
  chapterHelpers: readonly string[],
): Diagnostic[] {
  const partials = [...templates.keys()].flatMap((name) => /^partials\/(.+)$/.exec(name)?.[1] ?? []);
  return [...templates.values()].flatMap(({ name, file, source }) => {
    const shared = name.startsWith("web/") ? WEB_HELPERS : SHARED_HELPERS;
    const own = name.startsWith("chapters/") ? chapterHelpers : shared;
    const known = { helper: [...BUILT_IN, ...own], partial: partials };
    return statements(Handlebars.parse(source)).flatMap((statement) => {
      const used = usedName(statement);
      if (!used || known[used.kind].includes(used.name)) return [];
      const { line, column } = statement.loc.start;
      return [unknownName(used, { file, line, column: column + 1 }, known[used.kind])];
    });
  });
}

function unknownName({ kind, name }: UsedName, place: Place, known: readonly string[]): Diagnostic {
  return error({
    code: `unknown-${kind}`,
    message: `the template uses the ${kind} “${name}”, which does not exist`,
    place,
    hints: suggest(name, known),
  });
}

/** All statements of a program, those inside its blocks included. */
function statements({ body }: hbs.AST.Program): hbs.AST.Statement[] {
  return body.flatMap((statement) => {
    const { program, inverse } = statement as Partial<hbs.AST.BlockStatement>;
    return [statement, ...(program ? statements(program) : []), ...(inverse ? statements(inverse) : [])];
  });
}

interface UsedName {
  readonly kind: "helper" | "partial";
  readonly name: string;
}

/** The helper that a statement calls, or the partial that it puts in. A name without arguments is a value's. */
function usedName(statement: hbs.AST.Statement): UsedName | null {
  if (statement.type === "PartialStatement" || statement.type === "PartialBlockStatement")
    return named("partial", (statement as hbs.AST.PartialStatement).name);
  if (statement.type !== "MustacheStatement" && statement.type !== "BlockStatement") return null;
  const { path, params, hash } = statement as hbs.AST.MustacheStatement;
  const called = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  return called ? named("helper", path) : null;
}

function named(kind: UsedName["kind"], path: hbs.AST.Expression): UsedName | null {
  const { original } = path as Partial<hbs.AST.PathExpression>;
  return original === undefined ? null : { kind, name: String(original) };
}
