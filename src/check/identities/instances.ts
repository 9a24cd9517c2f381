import { type Diagnostic, error, type Place } from "../../model/diagnostic.ts";
import type { Unit } from "../../model/figure.ts";
import type { CheckKind } from "../../model/identity.ts";
import type { Document } from "../readers/document.ts";
import type { CheckInput, CheckOptions, ChecksFile } from "./checks-schema.ts";
import { type Assignment, assignmentsOf, MOST_CHECKS, substitute } from "./families.ts";
import { RULES } from "./kinds/rules.ts";
import { codesOf, type FigureWorld, type Resolved, type Term, termsOf } from "./references.ts";
import type { Rounding } from "./rounding.ts";

/** One identity to judge, with its operands found. */
export interface Instance {
  readonly id: string;
  /** The declared id. */
  readonly family: string;
  readonly kind: CheckKind;
  readonly says: string | null;
  readonly rounding: Rounding;
  readonly options: CheckOptions;
  /** Operands by role; the first role is the stated side. */
  readonly roles: ReadonlyMap<string, readonly Term[]>;
  readonly place: Place;
}

/** Every identity that the file declares, families repeated; references that name nothing are diagnostics. */
export function instancesOf(
  { checks }: ChecksFile,
  { document, world }: { document: Document; world: FigureWorld },
  diagnostics: Diagnostic[],
): Instance[] {
  let room = MOST_CHECKS;
  return Object.entries(checks).flatMap(([family, check]) => {
    const place = (...fields: string[]) => document.place(["checks", family, ...fields]);
    const problems: Diagnostic[] = [];
    const assignments = assignmentsOf({ family, check, world, place }, room, problems);
    room -= assignments.length;
    const instances = assignments.flatMap(({ id, values }: Assignment) =>
      problems.length < MOST_PROBLEMS
        ? (instanceOf({ id, family, check, values, world, place }, problems) ?? [])
        : [],
    );
    diagnostics.push(...withoutRepeats(problems));
    return problems.length > 0 ? [] : instances;
  });
}

/** Of one declared check so many problems are looked for: with one it is not judged, and nobody reads more. */
const MOST_PROBLEMS = 200;

interface Declaration {
  readonly id: string;
  readonly family: string;
  readonly check: CheckInput;
  readonly values: ReadonlyMap<string, string>;
  readonly world: FigureWorld;
  readonly place: (...fields: string[]) => Place;
}

function instanceOf(declaration: Declaration, problems: Diagnostic[]): Instance | null {
  const { id, family, check, place } = declaration;
  const { kind, says, rounding, options } = check;
  const before = problems.length;
  const roles = new Map(
    check.roles.map(([role, references]) => [
      role,
      references.flatMap((reference) => operands(declaration, { role, reference }, problems)),
    ]),
  );
  problems.push(...unitProblems(kind, roles, place));
  if (problems.length > before) return null;
  return { id, family, kind, says: says ?? null, rounding, options, roles, place: place() };
}

interface Mention {
  readonly role: string;
  readonly reference: string;
}

function operands(
  { check, values, world, place }: Declaration,
  { role, reference }: Mention,
  problems: Diagnostic[],
): readonly Term[] {
  const written = substitute(reference, values, () => place(role), problems);
  if (written === null) return [];
  const resolved =
    check.kind === "count" && role === "rows" ? rowCount(written, world) : termsOf(written, world);
  if (!resolved.ok) {
    problems.push(error({ ...resolved, place: place(role) }));
    return [];
  }
  const { found } = resolved;
  if (found.length === 1 || RULES[check.kind].many.includes(role)) return found;
  problems.push(
    error({
      code: "several-figures",
      message: `${role}: one figure is needed, “${written}” selects ${found.length}`,
      place: place(role),
      hints: ["name one figure, or repeat the check with “each”"],
    }),
  );
  return [];
}

function rowCount(selection: string, world: FigureWorld): Resolved<Term> {
  const codes = codesOf(selection, world);
  if (!codes.ok) return codes;
  const value = termsOf(String(codes.found.length), world);
  return value.ok ? { ok: true, found: value.found.map((term) => ({ ...term, ref: selection })) } : value;
}

/** Patents cannot be added to percentages, nor yuan to millions of yuan. */
function unitProblems(kind: CheckKind, roles: Instance["roles"], place: Declaration["place"]): Diagnostic[] {
  const terms = RULES[kind].alike.flatMap((role) => roles.get(role) ?? []);
  const [first, ...others] = terms.flatMap(({ figure }) => figure ?? []);
  const stranger = first && others.find(({ unit }) => !alike(unit, first.unit));
  if (!first || !stranger) return [];
  return [
    error({
      code: "mixed-units",
      message: `${first.ref} is in ${first.unit.id}, ${stranger.ref} in ${stranger.unit.id}: they cannot be added or compared`,
      place: place(),
    }),
  ];
}

/** Whether values in two units can be added: the same kind of thing in the same size. */
export function alike(a: Unit, b: Unit): boolean {
  return a.kind === b.kind && a.scale === b.scale;
}

/** A family repeats a mistake as often as the check; it is reported once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((found) => [`${found.code} ${found.message}`, found])).values()];
}
