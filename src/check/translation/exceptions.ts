import { z } from "zod";
import { type Diagnostic, type Place, warning } from "../../model/diagnostic.ts";
import { LANGUAGES } from "../../model/language.ts";
import type { Sources } from "../../model/source-file.ts";
import type { Finding } from "../lint/finding.ts";
import { parse } from "../readers/document.ts";
import { readYaml } from "../readers/yaml.ts";

/** Where accepted exceptions live. */
export const EXCEPTIONS = "locales/exceptions.yaml";

const exceptionSchema = z.strictObject({
  /** Language of the translation. */
  language: z.enum(LANGUAGES),
  /** Key of the text: `creation.trademarks.p1`. */
  key: z.string().min(1),
  /** What is accepted there: the English term, or the piece that a lint found. */
  term: z.string().min(1),
  /** Why it is right here. */
  reason: z.string().min(1),
});

/** `locales/exceptions.yaml`: findings of the glossary and the typography lints that an editor has looked at and accepts. */
export const exceptionsSchema = z.strictObject({ exceptions: z.array(exceptionSchema) });

/** An accepted exception and where it is written. */
export interface Exception extends z.output<typeof exceptionSchema> {
  readonly place: Place;
}

/** Reads the accepted exceptions; none where there is no file. */
export function readExceptions({ files }: Sources, diagnostics: Diagnostic[]): Exception[] {
  const file = files.get(EXCEPTIONS);
  const document = file ? readYaml(file, diagnostics) : null;
  const read = document && parse(exceptionsSchema, document, diagnostics);
  return (read?.exceptions ?? []).map((exception, index) => ({
    ...exception,
    place: document?.place(["exceptions", index]) ?? { file: EXCEPTIONS },
  }));
}

/** The findings that no exception accepts, and a warning for each exception that accepts nothing. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
): Diagnostic[] {
  const used = new Set<Exception>();
  const left = findings.filter((finding) => {
    const accepting = exceptions.filter((exception) => accepts(exception, finding));
    for (const exception of accepting) used.add(exception);
    return accepting.length === 0;
  });
  return [
    ...left.map(({ diagnostic }) => diagnostic),
    ...exceptions.filter((exception) => !used.has(exception)).map(unused),
  ];
}

function accepts({ language, key, term }: Exception, finding: Finding): boolean {
  return language === finding.language && key === finding.key && finding.names.includes(term);
}

function unused({ language, key, term, place }: Exception): Diagnostic {
  return warning({
    code: "unused-exception",
    message: `the exception for “${term}” in ${key} (${language}) accepts nothing any more`,
    place,
    hints: ["take it out: the text or the glossary has been mended"],
  });
}
