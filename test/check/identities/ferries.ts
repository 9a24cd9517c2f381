/** The made-up report on ferries that all cases of identities share, with other checks and figures put in. */
import { join } from "node:path";
import { check } from "../../../src/check/check.ts";
import { gather } from "../../../src/gather/gather.ts";
import { folderOnDisk } from "../../../src/world/files.ts";
import { diagnosticText } from "../../../src/world/terminal.ts";

const ROOT = join(import.meta.dirname, "../../..");
const content = folderOnDisk(join(ROOT, "test/cases/identities-base"));
const base = await gather({ year: 2030, content, engine: folderOnDisk(ROOT) });

/** What is put in; each is the text of a file or of a part of it. */
export interface Ferries {
  /** `checks.yaml`, whole. */
  readonly checks: string;
  /** Lines below `indicators:` beside the one of the base: `boats.now: { value: 5, unit: ferry }`. */
  readonly indicators?: readonly string[];
  /** Changes of the table, from and to: `["Elm,12.50,100", "Elm,12.50,"]`. */
  readonly cells?: readonly (readonly [string, string])[];
  /** The same of `report.yaml`. */
  readonly report?: readonly (readonly [string, string])[];
  /** `acknowledgements.yaml`, whole. */
  readonly acknowledgements?: string;
}

/** What is said of the report. */
export interface Said {
  /** One line for each check: `failed: trips: 1 + 2 = 3`. */
  readonly results: readonly string[];
  /** Each diagnostic as a terminal shows it. */
  readonly talk: readonly string[];
  readonly report: ReturnType<typeof check>["report"];
}

const TABLE = "data/2030/tables/ferries.csv";
const INDICATORS = "data/2030/indicators.yaml";
const REPORT = "data/2030/report.yaml";

function changed(path: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${path} has no “${from}”`);
    return text.replace(from, to);
  }, base.files.get(path)?.text ?? "");
}

/** Checks the report with what is put in. */
export function ferries({ checks, indicators, cells, report, acknowledgements }: Ferries): Said {
  const texts: [string, string][] = [
    ["data/2030/checks.yaml", checks],
    [
      INDICATORS,
      [changed(INDICATORS, []).trimEnd(), ...(indicators ?? []).map((line) => `  ${line}`), ""].join("\n"),
    ],
    [TABLE, changed(TABLE, cells ?? [])],
    [REPORT, changed(REPORT, report ?? [])],
    ...(acknowledgements === undefined
      ? []
      : [["data/2030/acknowledgements.yaml", acknowledgements] as [string, string]]),
  ];
  const files = new Map([...base.files, ...texts.map(([path, text]) => [path, { path, text }] as const)]);
  const { report: checked, diagnostics } = check({ ...base, files });
  return {
    results: (checked?.checks ?? []).map(({ outcome, id, finding }) => `${outcome}: ${id}: ${finding}`),
    talk: diagnostics.map((diagnostic) => diagnosticText(diagnostic, false)),
    report: checked,
  };
}

/** The first lines of what is said: message and code, without place and hints. */
export const messages = ({ talk }: Said): readonly string[] => talk.map((text) => text.split("\n")[0] ?? "");

/** The hints of what is said of one check. */
export const hintsOf = ({ talk }: Said, id: string): readonly string[] =>
  talk
    .filter((text) => new RegExp(`^\\w+: ${id.replaceAll(".", "\\.")}: `).test(text))
    .flatMap((text) => text.split("\n").filter((line) => line.startsWith("  hint: ")))
    .map((line) => line.slice("  hint: ".length));
