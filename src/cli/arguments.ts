import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { isLanguage, LANGUAGES, type Language } from "../model/language.ts";
import { suggest } from "../model/nearest.ts";

/** The command line was not understood; the message says what was expected. */
export class UsageError extends Error {}

/** The command line, understood. */
export interface Arguments {
  readonly command: string;
  readonly year: number | null;
  readonly languages: readonly Language[] | null;
  /** Folder of the report's content. */
  readonly root: string | null;
  readonly out: string | null;
  readonly draft: boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

const OPTIONS = {
  year: { type: "string" },
  lang: { type: "string" },
  root: { type: "string" },
  out: { type: "string" },
  draft: { type: "boolean" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

/** Understands the words after the program's name. Throws a {@link UsageError} for words that mean nothing. */
export function readArguments(words: readonly string[], commands: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const [command = "", ...rest] = positionals;
  if (values.help !== true && !commands.includes(command))
    throw new UsageError(unknownCommand(command, commands));
  if (rest.length > 0) throw new UsageError(`“${rest.join(" ")}” was not expected after “${command}”`);
  return {
    command,
    year: values.year === undefined ? null : readYear(values.year),
    languages: values.lang === undefined ? null : readLanguages(values.lang),
    root: values.root ?? null,
    out: values.out ?? null,
    draft: values.draft ?? false,
    force: values.force ?? false,
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function unknownCommand(command: string, commands: readonly string[]): string {
  if (command === "") return `a command is needed: ${commands.join(", ")}`;
  return [`there is no command “${command}”`, ...suggest(command, commands)].join("; ");
}

function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UsageError(`--year: expected a year such as 2021, found “${text}”`);
  return Number(text);
}

function readLanguages(text: string): Language[] {
  return text.split(",").map((tag) => {
    if (isLanguage(tag)) return tag;
    throw new UsageError(`--lang: expected ${LANGUAGES.join(", ")}, found “${tag}”`);
  });
}
