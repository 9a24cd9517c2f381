import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { Progress } from "../pipeline/progress.ts";
import { STAGES, type Stage, stageNumber } from "../pipeline/stages.ts";

/** Where people and programs read: results go to one, talk to the other. */
export interface Console {
  /** Writes a line of the result. */
  readonly out: (line: string) => void;
  /** Writes a line of talk. */
  readonly talk: (line: string) => void;
  /** Whether talk is read by a person on a terminal. */
  readonly interactive: boolean;
  /** Whether lines may hold colours. */
  readonly colour: boolean;
}

/** The process's own streams. */
export function processConsole(): Console {
  const interactive = process.stderr.isTTY === true && process.env.CI === undefined;
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    talk: (line) => void process.stderr.write(`${line}\n`),
    interactive,
    colour: interactive && process.env.NO_COLOR === undefined,
  };
}

/** Progress as plain lines, or as one line that is rewritten on a terminal. */
export function consoleProgress({ talk, interactive, colour }: Console): Progress {
  const running = new Map<string, string>();
  const show = () => {
    if (!interactive) return;
    const text = [...running.values()].at(-1) ?? "";
    process.stderr.write(`\r\x1b[2K${text}`);
  };
  const clear = () => interactive && process.stderr.write("\r\x1b[2K");
  return {
    begin: (stage, language) => {
      running.set(keyOf(stage, language), `${title(stage, language)} …`);
      show();
    },
    end: (stage, milliseconds, language, remark = "") => {
      running.delete(keyOf(stage, language));
      clear();
      const time = `${Math.round(milliseconds)} ms`.padStart(9);
      const line = `${title(stage, language).padEnd(24)}${colour ? styleText("dim", time) : time}`;
      talk(remark === "" ? line : `${line}  ${visible(remark)}`);
      show();
    },
    report: (diagnostics) => {
      clear();
      for (const diagnostic of diagnostics) talk(diagnosticText(diagnostic, colour));
      show();
    },
  };
}

/** Progress that nobody sees. */
export const silentProgress: Progress = {
  begin: () => undefined,
  end: () => undefined,
  report: () => undefined,
};

function keyOf(stage: Stage, language: Language | undefined): string {
  return `${stage} ${language ?? ""}`;
}

function title(stage: Stage, language: Language | undefined): string {
  return `[${stageNumber(stage)}/${STAGES.length}] ${stage}${language === undefined ? "" : ` ${language}`}`;
}

const COLOURS: Record<Severity, "red" | "yellow" | "blue"> = {
  error: "red",
  warning: "yellow",
  note: "blue",
};

/** A diagnostic as people read it: `error: what`, the place below it, then its hints. */
export function diagnosticText(
  { severity, message, file, line, column, path, code, hints }: Diagnostic,
  colour: boolean,
): string {
  const head = colour ? styleText([COLOURS[severity], "bold"], severity) : severity;
  const at = [file, line, column].filter((part) => part !== undefined).join(":");
  const where = at === "" ? [] : [`  at ${at}${path ? ` (${path})` : ""}`];
  const lines = [`: ${message} [${code}]`, ...where, ...hints.flatMap(hintLines)];
  return head + lines.map(visible).join("\n");
}

/** A hint may have more lines: an entry to paste. */
function hintLines(hint: string): string[] {
  return hint.split("\n").map((line, index) => (index === 0 ? `  hint: ${line}` : `  ${line}`));
}

/** What a message quotes may hold anything; a terminal would obey its control characters and turn its text around. */
function visible(text: string): string {
  return text.replace(
    /\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu,
    (letter) => `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
