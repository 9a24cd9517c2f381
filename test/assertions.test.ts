import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";

const HERE = import.meta.dirname;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  else if (isNode(value)) {
    yield value;
    for (const key of Object.keys(value)) yield* nodesIn(value[key]);
  }
}

/** The name at the root of what is called: `expect` of `expect.soft(…)`, `test` of `test.each(…)(…)`. */
function rootName(callee: unknown): string {
  if (!isNode(callee)) return "";
  if (callee.type === "Identifier") return String(callee.name);
  return rootName(callee.object ?? callee.callee ?? callee.tag);
}

/** Waiting for something in a page that never comes fails as well. */
const WAITS = new Set(["waitForSelector", "waitForFunction"]);

/** What counts of a call: its root name, or a wait's own. */
function callName(callee: unknown): string {
  const own = isNode(callee) && isNode(callee.property) ? String(callee.property.name) : "";
  return WAITS.has(own) ? own : rootName(callee);
}

const parsed = new Map<string, Node>();
function parse(path: string): Node {
  const known = parsed.get(path) ?? (parseAst(readFileSync(path, "utf8"), { lang: "ts" }) as unknown as Node);
  parsed.set(path, known);
  return known;
}

const callsIn = (node: unknown): ReadonlySet<string> =>
  new Set(
    [...nodesIn(node)].filter(({ type }) => type === "CallExpression").map(({ callee }) => callName(callee)),
  );

/** Names that a file imports from the tests' own support and that assert something there. */
function importedAsserting(path: string, program: Node): readonly string[] {
  return [...nodesIn(program)]
    .filter(({ type }) => type === "ImportDeclaration")
    .map(({ source, specifiers }) => ({
      from: String((source as Node).value),
      specifiers: specifiers as { imported?: Node; local: Node }[],
    }))
    .filter(({ from }) => from.startsWith(".") && !from.includes("/src/"))
    .flatMap(({ from, specifiers }) => {
      const there = asserting(join(dirname(path), from));
      return specifiers
        .filter(({ imported }) => there.has(String(imported?.name)))
        .map(({ local }) => String(local.name));
    });
}

/** Names of a file's functions that assert something, here or where they are imported from. */
function asserting(path: string): ReadonlySet<string> {
  const program = parse(path);
  const names = new Set(["expect", ...WAITS, ...importedAsserting(path, program)]);
  const functions = [...nodesIn(program)]
    .filter(({ type }) => ["FunctionDeclaration", "VariableDeclarator"].includes(type))
    .map(({ type, id, body, init }) => ({
      name: rootName(id),
      calls: [...callsIn(type === "FunctionDeclaration" ? body : init)],
    }));
  // One function may call another that stands below it: until nothing is added.
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const { name, calls } of functions) if (calls.some((called) => names.has(called))) names.add(name);
  }
  return names;
}

const files = readdirSync(HERE, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => join(HERE, path));

/** Tests of a file that call nothing that asserts, by line. */
function assertNothing(path: string): readonly string[] {
  const names = asserting(path);
  const text = readFileSync(path, "utf8");
  return [...nodesIn(parse(path))]
    .filter(({ type, callee }) => type === "CallExpression" && ["test", "it"].includes(rootName(callee)))
    .map((call) => ({ call, body: (call.arguments as Node[]).find(({ type }) => /Function/.test(type)) }))
    .filter(({ body }) => body !== undefined && ![...callsIn(body)].some((name) => names.has(name)))
    .map(({ call }) => `${relative(HERE, path)}:${text.slice(0, Number(call.start)).split("\n").length}`);
}

test("every test asserts something", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(assertNothing)).toEqual([]);
});
