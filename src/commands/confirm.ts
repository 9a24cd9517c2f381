import { check } from "../check/check.ts";
import { type ContentFolder, gather } from "../gather/gather.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Language, SOURCE_LANGUAGE } from "../model/language.ts";
import { suggest } from "../model/nearest.ts";
import type { Report, Text } from "../model/report.ts";
import { confirmationStamp } from "../model/translation-state.ts";
import type { CommandResult } from "./build.ts";

/** What `whitepaper confirm` may touch of the world. */
export interface ConfirmWorld {
  readonly content: ContentFolder;
  readonly engine: ContentFolder;
  /** Replaces one file of the content, whole. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Shows diagnostics to a person. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Options of `whitepaper confirm`. */
export interface ConfirmOptions {
  readonly year: number;
  readonly language: Language;
  /** Keys of the texts to confirm; null for all of the language. */
  readonly keys: readonly string[] | null;
}

/** What a text must not have to be confirmed; that it is stale or unconfirmed is what confirming mends. */
const MENDED_HERE = new Set(["stale-translation", "unconfirmed-translation"]);

/**
 * `whitepaper confirm`: a translator says that translations fit the English as it is now. Remembers the fingerprints of both for
 * every text, or every named one, that nothing else is wrong with; shows what is wrong with the others, and then exits with 1.
 */
export async function runConfirm(
  { year, language, keys }: ConfirmOptions,
  { content, engine, write, report: show }: ConfirmWorld,
): Promise<CommandResult> {
  const { report, diagnostics } = check(await gather({ year, content, engine }));
  if (!report) {
    show(diagnostics);
    return { lines: ["nothing confirmed: the report cannot be read"], exitCode: 1 };
  }
  const problem = requestProblem(report, language, keys);
  if (problem !== null) return { lines: [problem], exitCode: 1 };
  const { fit, unfit, missing } = sorted(report, diagnostics, { language, keys });
  show(unfit.flatMap(({ problems }) => problems));
  const stamped = stamps(report, language, fit);
  await write(`locales/${language}/${year}/translated-from.json`, new TextEncoder().encode(stamped));
  return {
    lines: summary({ language, fit: fit.length, unfit: unfit.map(({ text }) => text.key), missing }),
    exitCode: unfit.length > 0 || (keys !== null && missing.length > 0) ? 1 : 0,
  };
}

/** The prose of a report: what translations are confirmed against. */
function proseOf({ locales, labels }: Report): Text[] {
  const texts = [...(locales.get(SOURCE_LANGUAGE)?.texts.values() ?? [])];
  return texts.filter(({ key }) => !labels.has(key.split(".")[0] ?? ""));
}

function requestProblem(report: Report, language: Language, keys: readonly string[] | null): string | null {
  if (language === SOURCE_LANGUAGE) return "English is the source: there is nothing to confirm";
  if (!report.locales.has(language)) return `the report has no edition in ${language}`;
  const known = new Set(proseOf(report).map(({ key }) => key));
  const unknown = keys?.find((key) => !known.has(key));
  return unknown === undefined
    ? null
    : [`there is no text “${unknown}”`, ...suggest(unknown, known)].join("; ");
}

interface Unfit {
  readonly text: Text;
  readonly problems: readonly Diagnostic[];
}

/** The English texts that were asked for, by whether their translations can be confirmed. */
function sorted(
  report: Report,
  diagnostics: readonly Diagnostic[],
  { language, keys }: Pick<ConfirmOptions, "language" | "keys">,
): { fit: Text[]; unfit: Unfit[]; missing: string[] } {
  const locale = report.locales.get(language);
  const asked = proseOf(report).filter(({ key }) => keys === null || keys.includes(key));
  const texts = asked.flatMap((text) => {
    const translated = locale?.texts.get(text.key);
    return translated ? [{ text, problems: problemsOf(translated, diagnostics) }] : [];
  });
  return {
    fit: texts.filter(({ problems }) => problems.length === 0).map(({ text }) => text),
    unfit: texts.filter(({ problems }) => problems.length > 0),
    missing: asked.map(({ key }) => key).filter((key) => !locale?.texts.has(key)),
  };
}

function problemsOf({ place }: Text, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(
    ({ file, path, code, severity }) =>
      file === place.file && path === place.path && severity !== "note" && !MENDED_HERE.has(code),
  );
}

/** The file of fingerprints: new ones for the texts that fit, the earlier ones for the rest, in the order of the English texts. */
function stamps(report: Report, language: Language, fit: readonly Text[]): string {
  const confirmed = new Set(fit.map(({ key }) => key));
  const locale = report.locales.get(language);
  const entries = proseOf(report).flatMap(({ key, template }) => {
    const translated = locale?.texts.get(key);
    const fits = confirmed.has(key) && translated !== undefined;
    const stamp = fits ? confirmationStamp(template, translated.template) : locale?.translatedFrom.get(key);
    return stamp === undefined ? [] : [[key, stamp]];
  });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

const MOST_LISTED = 5;

function summary(result: {
  readonly language: Language;
  readonly fit: number;
  readonly unfit: readonly string[];
  readonly missing: readonly string[];
}): string[] {
  const listed = (keys: readonly string[]) =>
    [...keys.slice(0, MOST_LISTED), ...(keys.length > MOST_LISTED ? ["…"] : [])].join(", ");
  const { language, fit, unfit, missing } = result;
  return [
    `${language}: ${fit} texts confirmed`,
    ...(unfit.length > 0 ? [`${unfit.length} not confirmed, see above: ${listed(unfit)}`] : []),
    ...(missing.length > 0 ? [`${missing.length} not translated: ${listed(missing)}`] : []),
  ];
}
