import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const CHECKOUT = join(import.meta.dirname, "..");

interface SourceFile {
  /** Path below `src/`. */
  readonly path: string;
  readonly lines: readonly string[];
  /** What it imports: paths below the checkout, or names of packages. */
  readonly imports: readonly string[];
  /** Those of them that are run when this file is: not types, not what is imported later. */
  readonly runs: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(join(CHECKOUT, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => sourceFile(path, readFileSync(join(CHECKOUT, "src", path), "utf8")));

function sourceFile(path: string, text: string): SourceFile {
  const statements = [...text.matchAll(/^(?:import|export)\b(?<names>[^;]*?)\bfrom "(?<from>[^"]+)"/gm)];
  const calls = [...text.matchAll(/\bimport\("(?<from>[^"]+)"\)|^import "(?<bare>[^"]+)"/gm)];
  const imports = [...statements, ...calls].map(({ groups }) => groups?.from ?? groups?.bare ?? "");
  const types = statements.filter(({ groups }) => isTypeOnly(groups?.names ?? ""));
  const local = (name: string) =>
    name.startsWith(".") ? relative(CHECKOUT, join(CHECKOUT, "src", dirname(path), name)) : name;
  const typeNames = new Set(types.map(({ groups }) => groups?.from ?? ""));
  return {
    path,
    lines: text.trimEnd().split("\n"),
    imports: imports.map(local),
    runs: statements
      .filter(({ groups }) => !typeNames.has(groups?.from ?? ""))
      .map(({ groups }) => local(groups?.from ?? "")),
  };
}

/** Whether a statement names nothing that exists when the program runs: `type { A }`, `{ type A, type B }`. */
function isTypeOnly(names: string): boolean {
  if (/^\s*type\b/.test(names)) return true;
  const listed =
    /\{([^}]*)\}/
      .exec(names)?.[1]
      ?.split(",")
      .filter((name) => name.trim() !== "") ?? [];
  return listed.length > 0 && listed.every((name) => /^\s*type\b/.test(name));
}

/** The folder below `src/` that a path of the checkout is in; undefined for packages and other folders. */
const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

const STAGES = [
  "gather",
  "check",
  "resolve",
  "draw",
  "compose",
  "print",
  "finish",
  "preflight",
  "deliver",
  "web",
];

/** The folders that each may import besides itself, as docs/architecture.md has it. */
const BELOW_STAGES = ["pdf", "language", "templating", "model"];
const BELOW_COMMANDS = [
  "pipeline",
  "workbook",
  "open-data",
  "editor-report",
  "preview",
  ...STAGES,
  ...BELOW_STAGES,
];
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  cli: ["commands", "world", ...BELOW_COMMANDS],
  world: ["commands", ...BELOW_COMMANDS],
  commands: BELOW_COMMANDS,
  pipeline: ["workbook", "open-data", "editor-report", "preview", ...STAGES, ...BELOW_STAGES],
  workbook: ["open-data", ...BELOW_STAGES],
  "open-data": BELOW_STAGES,
  "editor-report": BELOW_STAGES,
  preview: BELOW_STAGES,
  ...Object.fromEntries(STAGES.map((stage) => [stage, BELOW_STAGES])),
  pdf: ["model"],
  language: ["model"],
  templating: ["model"],
  model: [],
};

test("every folder of src/ has its place in the layers", () => {
  const folders = new Set(files.map(({ path }) => path.split("/")[0] ?? ""));
  expect([...folders].filter((folder) => LAYERS[folder] === undefined)).toEqual([]);
});

test("imports lead down the layers; stages do not import each other; only the command line imports the world", () => {
  const wrong = files.flatMap(({ path, imports }) => {
    const own = path.split("/")[0] ?? "";
    const allowed = [own, ...(LAYERS[own] ?? [])];
    return imports.flatMap((name) => {
      const folder = folderOf(name);
      return folder === undefined || allowed.includes(folder) ? [] : [`${path} imports ${name}`];
    });
  });
  expect(wrong).toEqual([]);
});

test("imports do not run in circles", () => {
  const graph = new Map(files.map(({ path, runs }) => [`src/${path}`, runs]));
  expect([...graph.keys()].flatMap((file) => circleFrom(file, graph))).toEqual([]);
});

/** The files through which a file reaches itself; nothing when it does not. */
function circleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const queue = [...(graph.get(start) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === start) return [start];
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(graph.get(next) ?? []));
  }
  return [];
}

test("content is read, never imported", () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((name) => /^(?:data|locales|templates|output|test)\//.test(name))
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

/** Modules that reach the machine, and who may use them besides the world and the command line. */
const MACHINE = /^(?:node:(?!crypto$|zlib$|util$|buffer$|v8$)|puppeteer|@puppeteer|@sparticuz)/;

test("only the world and the command line touch disk, processes and the browser", () => {
  const wrong = files
    .filter(({ path }) => !/^(?:world|cli)\//.test(path))
    .flatMap(({ path, lines, imports }) => [
      ...imports.filter((name) => MACHINE.test(name)).map((name) => `${path} imports ${name}`),
      ...lines
        .filter((line) => /(?<![\w.“"])process\.\w/.test(code(line)))
        .map((line) => `${path}: ${line.trim()}`),
    ]);
  expect(wrong).toEqual([]);
});

/** A line without its comment. */
const code = (line: string): string => line.replace(/^\s*(?:\*|\/\*\*|\/\/).*$|\/\/ .*$/, "");

test("files are at most 250 lines long", () => {
  expect(
    files.filter(({ lines }) => lines.length > 250).map(({ path, lines }) => `${path}: ${lines.length}`),
  ).toEqual([]);
});

test("functions are at most 60 lines long", () => {
  const long = files.flatMap(({ path, lines }) =>
    functionsOf(lines)
      .filter(({ length }) => length > 60)
      .map(({ line, length }) => `${path}:${line}: ${length} lines`),
  );
  expect(long).toEqual([]);
});

/** Begins a function: its last line ends with `{` or `=> (`, and the formatter closes it at the same indentation. */
const FUNCTION = /(?:^|\s)(?:async )?function\b|=> [{(]$|^\s+(?:async |get |set |static )*[\w#]+\(.*\{$/;
const BLOCK = /^\s*(?:\} else )?(?:if|for|while|switch|catch|do|try|return|else)\b/;

interface FunctionSpan {
  /** Line of its first line, from 1. */
  readonly line: number;
  readonly length: number;
}

/** The functions of a file, by the indentation that Biome gives them. */
function functionsOf(lines: readonly string[]): FunctionSpan[] {
  return lines.flatMap((text, index) => {
    if (!FUNCTION.test(text) || (BLOCK.test(text) && !text.includes("=>"))) return [];
    const indentation = /^\s*/.exec(text)?.[0] ?? "";
    const end = lines.findIndex(
      (later, place) => place > index && later.startsWith(`${indentation}}`) && !/\{$/.test(later),
    );
    return end < 0 ? [] : [{ line: index + 1, length: end - index + 1 }];
  });
}

test("the measure of functions finds all their forms", () => {
  const text = `export async function one(
  a: string,
): Promise<void> {
  if (a) {
    b();
  }
}
const two = (a: string) => {
  c();
};
class D {
  three(): void {
    d();
  }
}
x.map((y) => {
  e();
});`;
  expect(functionsOf(text.split("\n")).map(({ line, length }) => [line, length])).toEqual([
    [1, 7],
    [8, 3],
    [12, 3],
    [16, 3],
  ]);
});

test("nothing is exported without a name, or in bulk", () => {
  const wrong = files.flatMap(({ path, lines }) =>
    path.endsWith(".d.ts")
      ? []
      : lines.filter((line) => /^export (?:default|\*)/.test(line)).map((line) => `${path}: ${line}`),
  );
  expect(wrong).toEqual([]);
});

test("every export says what it means", () => {
  const silent = files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => {
      if (!/^\s*export (?!type \{|\{)/.test(line)) return [];
      const overload = /^export (?:async )?function (\w+)/.exec(line)?.[1];
      if (overload && lines.slice(0, index).some((before) => before.includes(`function ${overload}(`)))
        return [];
      const before = lines.slice(0, index).findLast((earlier) => !/^\s*\/\/ biome-ignore/.test(earlier));
      return before?.endsWith("*/") ? [] : [`${path}:${index + 1}: ${line.trim()}`];
    }),
  );
  expect(silent).toEqual([]);
});
