import { type Diagnostic, error } from "../../model/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import { isLanguage, type Language } from "../../model/language.ts";
import { suggest } from "../../model/nearest.ts";
import { writtenValue } from "../../model/released.ts";
import type { Correction, Revision } from "../../model/revision.ts";
import type { Sources } from "../../model/source-file.ts";
import { type Document, parse } from "../readers/document.ts";
import { readYaml } from "../readers/yaml.ts";
import { type CorrectionInput, correctionsSchema } from "../schemas/revision.ts";

/** What corrections are checked against. */
export interface CorrectionWorld {
  readonly revisions: readonly Revision[];
  readonly figures: ReadonlyMap<string, Figure>;
  /** Languages in which a reason is needed. */
  readonly languages: readonly Language[];
}

/** The word for a value that is not there. */
const MISSING = "missing";

/** Reads `corrections.yaml`; every entry must fit the revisions before and after it. Null when the file cannot be read. */
export function readCorrections(
  sources: Sources,
  world: CorrectionWorld,
  diagnostics: Diagnostic[],
): Correction[] | null {
  const file = sources.files.get(`data/${sources.year}/corrections.yaml`);
  if (!file) return [];
  const document = readYaml(file, diagnostics);
  const list = document && parse(correctionsSchema, document, diagnostics);
  if (!document || !list) return null;
  const corrections = list.corrections.map((input, index) => toCorrection(input, document, index));
  const problems = corrections.flatMap((correction) => problemsOf(correction, world));
  diagnostics.push(...problems, ...twice(corrections));
  return corrections;
}

function toCorrection(input: CorrectionInput, document: Document, index: number): Correction {
  const { figure, was, is, reason, decided_by: decidedBy, date, revision } = input;
  const reasons = Object.entries(reason).flatMap(([tag, text]) =>
    isLanguage(tag) ? [[tag, text] as const] : [],
  );
  const place = document.place(["corrections", index]);
  return {
    figure,
    was: value(was),
    is: value(is),
    reason: new Map(reasons),
    decidedBy,
    date,
    revision,
    place,
  };
}

function value(written: string): string | null {
  return written === MISSING ? null : written;
}

function problemsOf(correction: Correction, world: CorrectionWorld): Diagnostic[] {
  const { revisions, figures } = world;
  const { figure, revision, place } = correction;
  const next = revisions.length + 1;
  if (!figures.has(figure) && !revisions.some((released) => released.figures.has(figure)))
    return [nothingToCorrect(correction, world)];
  if (revision < 2 || revision > next)
    return [
      error({
        code: "correction-revision",
        message:
          revisions.length === 0
            ? `${figure} cannot be corrected: nothing is released yet`
            : `revision: found ${revision}; a new correction belongs to revision ${next}`,
        place,
        hints:
          revisions.length === 0
            ? ["remove the entry and change the data: before the first release no correction is needed"]
            : [`write revision: ${next}`],
      }),
    ];
  return [
    ...valueProblems(correction, world),
    ...reasonProblems(correction, world),
    ...dateProblems(correction, world),
  ];
}

/** Nobody can decide on a mistake before it is published. */
function dateProblems(
  { figure, date, revision, place }: Correction,
  { revisions }: CorrectionWorld,
): Diagnostic[] {
  const corrected = revisions[revision - 2];
  if (!corrected || date >= corrected.date) return [];
  return [
    error({
      code: "correction-date",
      message: `${figure}: decided on ${date}, but revision ${corrected.revision}, which it corrects, is of ${corrected.date}`,
      place,
      hints: ["write the day of the decision"],
    }),
  ];
}

function nothingToCorrect(
  { figure, place }: Correction,
  { figures, revisions }: CorrectionWorld,
): Diagnostic {
  const isDerived = revisions.some(({ derived }) => derived.has(figure));
  return error({
    code: "correction-of-nothing",
    message: isDerived
      ? `${figure} is computed from other figures and follows their corrections`
      : `there is no figure “${figure}” to correct`,
    place,
    hints: isDerived
      ? ["remove the entry, and correct the figures that it is made from"]
      : suggest(figure, figures.keys()),
  });
}

function valueProblems(correction: Correction, { revisions, figures }: CorrectionWorld): Diagnostic[] {
  const { figure, revision, was, is } = correction;
  const before = revisions[revision - 2]?.figures.get(figure)?.value ?? null;
  const released = revisions[revision - 1];
  const current = figures.get(figure);
  const after = released
    ? (released.figures.get(figure)?.value ?? null)
    : current
      ? writtenValue(current)
      : null;
  if (was === is) return [unchanged(correction)];
  return [
    ...differs({
      field: "was",
      found: was,
      expected: before,
      source: `revision ${revision - 1}`,
      correction,
    }),
    ...differs({
      field: "is",
      found: is,
      expected: after,
      source: released ? `revision ${revision}` : "the data",
      correction,
    }),
  ];
}

function unchanged({ figure, was, place }: Correction): Diagnostic {
  return error({
    code: "correction-of-nothing",
    message: `${figure}: “was” and “is” both say ${was ?? MISSING}`,
    place,
    hints: ["mend one of them, or remove the entry"],
  });
}

interface Claim {
  readonly field: "was" | "is";
  readonly found: string | null;
  readonly expected: string | null;
  readonly source: string;
  readonly correction: Correction;
}

function differs({ field, found, expected, source, correction }: Claim): Diagnostic[] {
  if (found === expected) return [];
  const { figure, place } = correction;
  return [
    error({
      code: "wrong-correction",
      message: `${figure}: “${field}” says ${found ?? MISSING}, but ${source} has ${expected ?? MISSING}`,
      place,
      hints: [`write ${field}: ${expected ?? MISSING}`, ...(field === "is" ? ["or mend the data"] : [])],
    }),
  ];
}

function reasonProblems({ figure, reason, place }: Correction, { languages }: CorrectionWorld): Diagnostic[] {
  const lacking = languages.filter((language) => !reason.has(language));
  if (lacking.length === 0) return [];
  return [
    error({
      code: "no-reason",
      message: `${figure}: the reason is missing in ${lacking.join(", ")}`,
      place,
      hints: ["readers of every edition are told why; translate it"],
    }),
  ];
}

/** One value can be corrected only once for one revision. */
function twice(corrections: readonly Correction[]): Diagnostic[] {
  const seen = new Map<string, Correction>();
  return corrections.flatMap((correction) => {
    const key = `${correction.revision} ${correction.figure}`;
    const first = seen.get(key);
    seen.set(key, first ?? correction);
    if (!first) return [];
    return [
      error({
        code: "corrected-twice",
        message: `${correction.figure} is corrected twice for revision ${correction.revision}, first in line ${first.place.line}`,
        place: correction.place,
        hints: ["make one entry of the two: from the released value to the new one"],
      }),
    ];
  });
}
