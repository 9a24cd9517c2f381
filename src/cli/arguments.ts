import { parseArgs } from "node:util";
import type { Conformance } from "../finish/request.ts";
import { isCalendarDate } from "../language/calendar.ts";
import { FORMATS, type Format, isFormat, USUAL_FORMATS } from "../model/format.ts";
import { isLanguage, LANGUAGES, type Language } from "../model/language.ts";
import { suggest } from "../model/nearest.ts";

/** The command line was not understood; the message says what was expected. */
export class UsageError extends Error {}

/** The command line, understood. */
export interface Arguments {
  readonly command: string;
  readonly year: number | null;
  /** The year that a new one follows. */
  readonly from: number | null;
  readonly languages: readonly Language[] | null;
  /** A file that the command reads. */
  readonly file: string | null;
  /** Folder of the report's content. */
  readonly root: string | null;
  readonly out: string | null;
  /** A day, ISO 8601. */
  readonly date: string | null;
  /** Keys of texts. */
  readonly keys: readonly string[] | null;
  readonly conformance: Conformance | null;
  /** What to make of the report. */
  readonly formats: readonly Format[];
  /** Web address at which the web edition will stand, with a slash at its end. */
  readonly address: string | null;
  /** The port that a server listens at. */
  readonly port: number | null;
  /** Writes the editor's report. */
  readonly report: boolean;
  /** Shows old and new pages. */
  readonly pages: boolean;
  readonly draft: boolean;
  readonly force: boolean;
  /** Says yes beforehand. */
  readonly yes: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** What a command takes: options, and whether a year (`new 2022`) or a file (`import figures.xlsx`) follows its name. */
export interface CommandWords {
  readonly options: readonly OptionName[];
  readonly takesYear?: boolean;
  readonly takesFile?: boolean;
}

/** The commands by name, with what each takes. */
export type CommandOptions = Readonly<Record<string, CommandWords>>;

/** Name of an option, without its dashes. */
export type OptionName = keyof typeof OPTIONS;

const OPTIONS = {
  year: { type: "string" },
  from: { type: "string" },
  lang: { type: "string" },
  formats: { type: "string" },
  root: { type: "string" },
  out: { type: "string" },
  date: { type: "string" },
  key: { type: "string" },
  conformance: { type: "string" },
  address: { type: "string" },
  port: { type: "string" },
  report: { type: "boolean" },
  pages: { type: "boolean" },
  draft: { type: "boolean" },
  force: { type: "boolean" },
  yes: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Understands the words after the program's name. Throws a {@link UsageError} for words that mean nothing. */
export function readArguments(words: readonly string[], commands: CommandOptions): Arguments {
  const { values, positionals } = parse(words);
  const [command = "", ...rest] = positionals;
  if (values.help !== true) checkCommand(command, rest, Object.keys(values), commands);
  return {
    command,
    year: yearIn(values.year, "--year") ?? yearIn(yearAfter(command, rest, commands), command),
    from: yearIn(values.from, "--from"),
    languages: values.lang === undefined ? null : readLanguages(values.lang),
    file: wordsOf(command, commands)?.takesFile ? (rest[0] ?? null) : null,
    root: readFolder("root", values.root),
    out: readFolder("out", values.out),
    date: values.date === undefined ? null : readDate(values.date),
    keys: values.key === undefined ? null : values.key.split(","),
    conformance: values.conformance === undefined ? null : readConformance(values.conformance),
    formats: values.formats === undefined ? USUAL_FORMATS : readFormats(values.formats),
    address: values.address === undefined ? null : readAddress(values.address),
    port: values.port === undefined ? null : readPort(values.port),
    ...switchesIn(values),
  };
}

/** The options that are there or not. */
function switchesIn(values: ReturnType<typeof parse>["values"]) {
  return {
    report: values.report ?? false,
    pages: values.pages ?? false,
    draft: values.draft ?? false,
    force: values.force ?? false,
    yes: values.yes ?? false,
    json: values.json ?? false,
    help: values.help ?? false,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(refusal(cause, words));
  }
}

/** `parseArgs` says what is wrong at length; an unknown option is better answered by the one that was meant. */
function refusal(cause: unknown, words: readonly string[]): string {
  const unknown = words.find((word) => /^--?\w/.test(word) && !isOption(word));
  if (unknown === undefined) return cause instanceof Error ? cause.message : String(cause);
  const names = Object.keys(OPTIONS).map((name) => `--${name}`);
  return [`there is no option ${unknown}`, ...suggest(unknown, names)].join("; ");
}

function isOption(word: string): boolean {
  const name = word.replace(/^--|=.*$/gs, "");
  return word === "-h" || (word.startsWith("--") && Object.hasOwn(OPTIONS, name));
}

function checkCommand(
  command: string,
  rest: readonly string[],
  options: readonly string[],
  commands: CommandOptions,
): void {
  const taken = wordsOf(command, commands);
  if (!taken) throw new UsageError(unknownCommand(command, Object.keys(commands)));
  const extra = rest.slice(taken.takesYear || taken.takesFile ? 1 : 0);
  if (extra.length > 0) throw new UsageError(`“${extra.join(" ")}” was not expected after “${command}”`);
  const stray = options.find((name) => !taken.options.some((known) => known === name));
  if (stray !== undefined) throw new UsageError(`“${command}” takes no --${stray}`);
}

function unknownCommand(command: string, commands: readonly string[]): string {
  if (command === "") return `a command is needed: ${commands.join(", ")}`;
  return [`there is no command “${command}”`, ...suggest(command, commands)].join("; ");
}

/** The word after a command that takes a year: `new 2022`. */
function yearAfter(command: string, [word]: readonly string[], commands: CommandOptions): string | undefined {
  return wordsOf(command, commands)?.takesYear ? word : undefined;
}

/** What a command takes; undefined when there is no such command. */
function wordsOf(command: string, commands: CommandOptions): CommandWords | undefined {
  return Object.hasOwn(commands, command) ? commands[command] : undefined;
}

function yearIn(text: string | undefined, where: string): number | null {
  if (text === undefined) return null;
  if (!/^\d{4}$/.test(text)) throw new UsageError(`${where}: expected a year such as 2021, found “${text}”`);
  return Number(text);
}

function readDate(text: string): string {
  if (!isCalendarDate(text))
    throw new UsageError(`--date: expected a day such as 2021-12-31, found “${text}”`);
  return text;
}

const CONFORMANCES: Readonly<Record<string, Conformance>> = { ua1: "ua1-a3a", ua2: "ua2-a4f" };

function readConformance(text: string): Conformance {
  const found = CONFORMANCES[text];
  if (found === undefined || !Object.hasOwn(CONFORMANCES, text))
    throw new UsageError(
      `--conformance: expected ua1 (PDF/UA-1, PDF/A-3a) or ua2 (PDF/UA-2, PDF/A-4f), found “${text}”`,
    );
  return found;
}

function readFormats(text: string): Format[] {
  if (text === "all") return [...FORMATS];
  const wanted = text.split(",").map((name) => {
    if (isFormat(name)) return name;
    throw new UsageError(`--formats: expected ${FORMATS.join(", ")} or all, found “${name}”`);
  });
  return FORMATS.filter((format) => wanted.includes(format));
}

/** An address with a slash at its end, so that names of files can follow it. */
function readAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.search !== "" || address.hash !== "")
    throw new UsageError(
      `--address: expected a web address such as https://example.org/papers/, found “${text}”`,
    );
  return address.href.replace(/\/?$/, "/");
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535)
    throw new UsageError(`--port: expected a number from 1 to 65535, found “${text}”`);
  return port;
}

function readLanguages(text: string): Language[] {
  return text.split(",").map((tag) => {
    if (isLanguage(tag)) return tag;
    throw new UsageError(`--lang: expected ${LANGUAGES.join(", ")}, found “${tag}”`);
  });
}

function readFolder(name: "root" | "out", text: string | undefined): string | null {
  if (text === "") throw new UsageError(`--${name}: expected a folder, found nothing`);
  return text ?? null;
}
