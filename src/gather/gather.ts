import { isScalar, parseDocument } from "yaml";
import { compare } from "../model/diagnostic.ts";
import { LANGUAGES } from "../model/language.ts";
import type { Sources } from "../model/source-file.ts";
import { type Decoded, decode, unreadable } from "./decode.ts";

/** The port through which content is read. */
export interface ContentFolder {
  list(subfolder: string): Promise<string[]>;
  read(path: string): Promise<Uint8Array>;
}

/** What to gather. */
export interface GatherRequest {
  readonly year: number;
  /** The report's own folder, with `data/`, `locales/` and `templates/`. */
  readonly content: ContentFolder;
  /** The engine's folder: its templates and common labels stand where the report has none of its own. */
  readonly engine: ContentFolder;
}

/** Stage 1: reads every file of the report once. What the report lacks of templates and labels comes from the engine's. */
export async function gather({ year, content, engine }: GatherRequest): Promise<Sources> {
  const shared = await pathsBelow(engine, ["templates", "locales"]);
  const own = await pathsBelow(content, [`data/${year}`, "locales", "templates"]);
  const origin = new Map<string, ContentFolder>();
  for (const path of shared.filter(isShared)) origin.set(path, engine);
  for (const path of own.filter((path) => isOwn(path, year))) origin.set(path, content);
  const sources = await readAll(year, origin);
  const previous = await readAll(year, await previousData(sources, content));
  return {
    year,
    files: new Map([...sources.files, ...previous.files].sort(([a], [b]) => compare(a, b))),
    diagnostics: [...sources.diagnostics, ...previous.diagnostics],
  };
}

/** The data of the year that the report is compared with: its report, indicators and tables. */
async function previousData(sources: Sources, content: ContentFolder): Promise<Map<string, ContentFolder>> {
  const folder = previousFolder(sources);
  const paths = folder === null ? [] : await content.list(folder);
  const wanted = paths.filter((path) => PREVIOUS.test(path) && !sources.files.has(path));
  return new Map(wanted.map((path) => [path, content]));
}

/** A broken file names no year; checking says what is wrong with it. */
function previousFolder({ year, files }: Sources): string | null {
  const text = files.get(`data/${year}/report.yaml`)?.text ?? "";
  if (!text.includes("previous")) return null;
  const document = parseDocument(text, { logLevel: "silent" });
  const node = document.errors.length > 0 ? null : document.get("previous", true);
  const previous = isScalar(node) ? String(node.value) : "";
  return /^\d{4}$/.test(previous) ? `data/${previous}` : null;
}

const PREVIOUS = /\/(?:report|indicators)\.yaml$|\.csv$/;

async function pathsBelow(folder: ContentFolder, subfolders: readonly string[]): Promise<string[]> {
  return (await Promise.all(subfolders.map((subfolder) => folder.list(subfolder)))).flat();
}

/** The layout and the labels that every report uses; chapters, charts and prose are a report's own. */
function isShared(path: string): boolean {
  const layout = path.startsWith("templates/") && !/^templates\/chapters\/|\.vl\.json$/.test(path);
  return layout || isLabels(path);
}

function isLabels(path: string): boolean {
  const [root, language, name, ...deeper] = path.split("/");
  return (
    root === "locales" &&
    LANGUAGES.some((tag) => tag === language) &&
    name?.endsWith(".json") === true &&
    name !== "names.json" &&
    deeper.length === 0
  );
}

/** Other years' prose is not part of this report, nor is what people keep beside it: the spreadsheet that a CSV came from. */
function isOwn(path: string, year: number): boolean {
  const [root, , folder, name] = path.split("/");
  return (
    CONTENT.test(path) &&
    !OPEN_IN_OFFICE.test(path) &&
    (root !== "locales" || name === undefined || folder === String(year))
  );
}

/** The file that a spreadsheet program keeps beside one that is open. */
const OPEN_IN_OFFICE = /\/~\$[^/]*$/;

const CONTENT = /\.(?:yaml|csv|json|hbs|css)$/;

async function readAll(year: number, origin: ReadonlyMap<string, ContentFolder>): Promise<Sources> {
  const paths = [...origin.keys()].sort(compare);
  const files = await Promise.all(paths.map((path) => readOne(path, origin.get(path))));
  return {
    year,
    files: new Map(files.map(({ file }) => [file.path, file])),
    diagnostics: files.flatMap(({ problem }) => problem ?? []),
  };
}

/** What the operating system says is a problem of the file; anything else is ours. */
async function readOne(path: string, folder: ContentFolder | undefined): Promise<Decoded> {
  try {
    return decode(path, (await folder?.read(path)) ?? new Uint8Array());
  } catch (cause) {
    if (!(cause instanceof Error) || !("code" in cause)) throw cause;
    return unreadable(path, cause.message.replace(/, \w+ '.*$/, ""), cause.code);
  }
}
