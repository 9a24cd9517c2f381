import { hasErrors } from "../../src/model/diagnostic.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import type { Printer } from "../../src/print/printer.ts";
import { composeLibraries, librariesReport, preflightTampered } from "../preflight/libraries.ts";
import { faultsOf } from "./campaign.ts";
import { CATCHERS, type Catcher, catcherOf } from "./catchers.ts";
import type { PageKind } from "./fault.ts";
import { createPageJudge, filledIn } from "./judge-pages.ts";
import { PAGE_FIGURE_KINDS } from "./kinds/page-figures.ts";
import { PAGE_NUMBER_KINDS } from "./kinds/page-parts.ts";

/** One fault that went through a real print, and what caught it there and without one. */
export interface PrintedFault {
  readonly kind: string;
  readonly what: string;
  readonly printed: readonly Catcher[];
  readonly unprinted: readonly Catcher[];
}

/** Kinds that the small report's pages allow in every language, three for each. */
const KINDS: readonly (readonly string[])[] = [
  ["a digit changed", "the word of direction flipped", "a cell: a digit changed"],
  ["a figure dropped", "a magnitude changed: 万 for 億", "a chart’s label: a digit changed"],
  ["two figures of a paragraph swapped", "a figure added", "two cells swapped"],
  ["the percent sign lost", "two digits swapped", "two labels of a chart swapped"],
];

/** Puts twelve faults into the small report, prints each with the browser, reads the PDF back, and judges it with and without the print. */
export async function printSample(printer: Printer, seed: string): Promise<PrintedFault[]> {
  const report = await librariesReport();
  const results: PrintedFault[] = [];
  for (const [index, language] of LANGUAGES.entries()) {
    const edition = await composeLibraries(report, language);
    const sound = { ...edition, html: filledIn(edition.composition) };
    const judge = createPageJudge(sound, []);
    const clean = await preflightTampered(edition, printer);
    if (hasErrors(clean.diagnostics))
      throw new Error(`the sound print has faults: ${JSON.stringify(clean.diagnostics)}`);
    for (const kind of kindsNamed(KINDS[index] ?? []))
      for (const fault of faultsOf({ kind, sound, count: 1, seed: `${seed}/print/${language}` })) {
        const { diagnostics } = await preflightTampered(edition, printer, () => fault.html);
        const found = new Set(diagnostics.filter(({ severity }) => severity === "error").map(catcherOf));
        const printed = CATCHERS.filter((catcher) => found.has(catcher));
        const unprinted = judge(fault, "printed")?.caught ?? [];
        results.push({ kind: kind.name, what: `${language} ${fault.what}`, printed, unprinted });
      }
  }
  return results;
}

const kindsNamed = (names: readonly string[]): PageKind[] =>
  [...PAGE_FIGURE_KINDS, ...PAGE_NUMBER_KINDS].filter(({ name }) => names.includes(name));
