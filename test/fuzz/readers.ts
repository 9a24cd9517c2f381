import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../src/check/readers/csv.ts";
import { readJson } from "../../src/check/readers/json.ts";
import { readYaml } from "../../src/check/readers/yaml.ts";
import { readArguments, UsageError } from "../../src/cli/arguments.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { readManifest } from "../../src/deliver/manifest.ts";
import { decode } from "../../src/gather/decode.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { SourceFile } from "../../src/model/source-file.ts";
import type { Random } from "../faults/random.ts";
import { LIBRARIES } from "../support/report.ts";
import { judgeDiagnostics, judgeReading } from "./judge.ts";
import { mutated, mutatedBytes } from "./mutate.ts";
import { structures } from "./structures.ts";
import type { Target } from "./target.ts";

const CHECKOUT = join(import.meta.dirname, "../..");
const real = (...paths: string[]): string[] =>
  paths.map((path) => readFileSync(join(CHECKOUT, path), "utf8").slice(0, 4000));
const small = (...paths: string[]): string[] =>
  paths.map((path) => readFileSync(join(LIBRARIES, path), "utf8"));

const TABLES = [
  ...small("data/2030/tables/loans.csv", "data/2030/tables/visits.csv"),
  ...real("data/2021/tables/gi.csv", "locales/glossary.csv"),
];
const YAML = [
  ...small("data/2030/report.yaml", "data/2030/indicators.yaml"),
  ...real("data/2021/checks.yaml", "data/2021/acknowledgements.yaml"),
];
const JSONS = [
  ...small(
    "locales/en/2030/preface.json",
    "locales/ja/2030/exhibits.json",
    "locales/ko/2030/translated-from.json",
  ),
  ...real("locales/zh-CN/names.json", "templates/charts/theme.json"),
];

/** Half of the inputs are real files with changes, half are well-formed with anything in them. */
const half = (files: readonly string[], made: (random: Random) => string) => (random: Random) =>
  random.below(2) === 0 ? mutated(random.pick(files) ?? "", random) : made(random);

const asText = (input: string | Uint8Array): string =>
  typeof input === "string" ? input : Buffer.from(input).toString();

/** Reads and judges one file of text with a reader of ours. */
const reading =
  (path: string, read: (file: SourceFile, found: Diagnostic[]) => unknown) =>
  (input: string | Uint8Array) => {
    const found: Diagnostic[] = [];
    const file = { path, text: asText(input) };
    judgeReading(read(file, found), found, file);
  };

/** Readers of single files, and of the command line. */
export function fileTargets(): Target[] {
  const made = structures();
  return [
    {
      name: "CSV",
      share: 20_000,
      next: half(TABLES, made.csv),
      read: reading("data/2030/tables/loans.csv", readCsv),
    },
    {
      name: "YAML",
      share: 12_000,
      next: half(YAML, made.yaml),
      read: reading("data/2030/indicators.yaml", readYaml),
    },
    {
      name: "JSON",
      share: 20_000,
      next: half(JSONS, made.json),
      read: reading("locales/en/2030/preface.json", readJson),
    },
    {
      name: "bytes as text",
      share: 8_000,
      next: (random) => mutatedBytes(Buffer.from(random.pick(TABLES) ?? ""), random),
      read: (input) => {
        const { problem } = decode("a.csv", Buffer.from(input));
        judgeDiagnostics(problem ? [problem] : []);
      },
    },
    {
      name: "manifest",
      share: 4_000,
      next: half(['{"year":2030,"madeWith":{},"editions":[]}'], made.json),
      read: (input) => void readManifest(Buffer.from(input)),
    },
    {
      name: "command line",
      share: 6_000,
      next: half(
        ["check --year 2021", "build --lang en,ko --conformance ua2 --draft --json", "new 2022 --from 2021"],
        made.csv,
      ),
      read: readWords,
    },
  ];
}

function readWords(input: string | Uint8Array): void {
  try {
    readArguments(asText(input).split(" "), COMMANDS);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
  }
}
