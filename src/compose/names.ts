import Handlebars from "handlebars";
import { type Diagnostic, error } from "../model/diagnostic.ts";
import { hashOf } from "../model/hash.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import { suggest } from "../model/nearest.ts";
import type { Template } from "../model/report.ts";
import { BUILT_IN, helpersOf } from "../templating/helpers.ts";
import { readyTemplate } from "../templating/ready.ts";
import { type UsedName, usedNames } from "../templating/uses.ts";

// Parsing costs more than all else here, and the editions of a report share its templates.
const remembered = new WeakMap<ReadonlyMap<string, Template>, Diagnostic[]>();

/** Every helper and partial that a template names and that does not exist, with its place. */
export function unknownNames(templates: ReadonlyMap<string, Template>, memo: Memo = NO_MEMO): Diagnostic[] {
  const key = () => hashOf(...[...templates].flatMap(([name, { file, source }]) => [name, file, source]));
  const found = remembered.get(templates) ?? memo.once("names", key, () => findUnknown(templates));
  remembered.set(templates, found);
  return found;
}

function findUnknown(templates: ReadonlyMap<string, Template>): Diagnostic[] {
  const partial = [...templates.keys()].flatMap((name) => /^partials\/(.+)$/.exec(name)?.[1] ?? []);
  return [...templates.values()].flatMap(({ name, file, source }) => {
    const known = { helper: [...BUILT_IN, ...helpersOf(name)], partial };
    const uses = readyTemplate(file, source)?.uses ?? usedNames(Handlebars.parse(source));
    return uses
      .filter((used) => !known[used.kind].includes(used.name))
      .map((used) => unknownName(used, file, known[used.kind]));
  });
}

function unknownName(
  { kind, name, line, column }: UsedName,
  file: string,
  known: readonly string[],
): Diagnostic {
  return error({
    code: `unknown-${kind}`,
    message: `the template uses the ${kind} “${name}”, which does not exist`,
    place: { file, line, column },
    hints: suggest(name, known),
  });
}
