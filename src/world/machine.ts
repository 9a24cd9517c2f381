import { access, constants, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { BrowserReport, DoctorWorld, FolderReport, FontReport, NodeReport } from "../commands/doctor.ts";
import { FACES, type Face } from "../model/faces.ts";
import { BrowserFault } from "../print/printer.ts";
import { cacheFolders } from "./browser/cache-folder.ts";
import { openPrinter } from "./browser/chromium-printer.ts";
import type { FailedTry } from "./browser/found.ts";
import { type Host, thisHost } from "./browser/host.ts";
import { readFont } from "./fonts.ts";
import { SystemTrouble } from "./trouble.ts";

const require = createRequire(import.meta.url);

/** The machine that we run on, for `whitepaper doctor`; `output` is the folder that a build would write to. */
export function machine(output: string, host: Host = thisHost()): DoctorWorld {
  return {
    node: nodeReport,
    browser: () => browserReport(host),
    fonts: fontReports,
    output: () => outputReport(output),
    cache: () => cacheReport(host),
  };
}

async function nodeReport(): Promise<NodeReport> {
  const { node, icu = "none", unicode = "none" } = process.versions;
  const { dependencies } = await manifest("../../package.json");
  return { version: node, path: process.execPath, pinned: dependencies?.node ?? "no version", icu, unicode };
}

async function browserReport(host: Host): Promise<BrowserReport> {
  const tried: FailedTry[] = [];
  try {
    const printer = await openPrinter({ onFailedTry: (attempt) => tried.push(attempt) }, host);
    try {
      const page = await printer.open(await sample());
      await page.print();
      const { version, path, place } = printer.browser;
      return { browser: { version, path, place, sandbox: printer.sandbox }, tried };
    } finally {
      await printer.close();
    }
  } catch (cause) {
    if (!(cause instanceof BrowserFault) && !(cause instanceof SystemTrouble)) throw cause;
    return { browser: { fault: cause.message, hints: cause.hints }, tried };
  }
}

/** A line of text in our first font, if it is there: a browser that starts may still refuse web fonts. */
async function sample(): Promise<string> {
  const [face] = FACES.en;
  const bytes = face && (await readFont(face).catch(() => undefined));
  if (bytes === undefined) return "<!doctype html><p>sample";
  const source = `data:font/ttf;base64,${Buffer.from(bytes).toString("base64")}`;
  return `<!doctype html><style>@font-face{font-family:sample;src:url(${source})}p{font-family:sample}</style><p>sample`;
}

async function fontReports(): Promise<FontReport[]> {
  const faces = Object.values(FACES).flat();
  const packages = [...new Set(faces.map((face) => face.package))].sort();
  return Promise.all(
    packages.map((name) =>
      fontReport(
        name,
        faces.filter((face) => face.package === name),
      ),
    ),
  );
}

async function fontReport(name: string, faces: readonly Face[]): Promise<FontReport> {
  try {
    const { version } = await manifest(`${name}/package.json`);
    const problems = await Promise.all(faces.map(fontProblem));
    return { package: name, version, problems: problems.filter((problem) => problem !== undefined) };
  } catch {
    return { package: name, problems: [] };
  }
}

/** Only static TrueType stays TrueType in a PDF: a `glyf` table and no `fvar` table. */
async function fontProblem(face: Face): Promise<string | undefined> {
  const bytes = await readFont(face).catch(() => undefined);
  if (bytes === undefined) return `${face.file} is missing`;
  const tables = tableNames(bytes);
  if (!tables.includes("glyf")) return `${face.file} is not TrueType`;
  return tables.includes("fvar") ? `${face.file} is a variable font` : undefined;
}

/** Names of an sfnt font's tables: a count at byte 4, then records of 16 bytes from byte 12 (OpenType specification). */
function tableNames(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 12) return [];
  const count = view.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) =>
    view.toString("latin1", 12 + index * 16, 16 + index * 16),
  );
}

/** Looks at the folder, or at the nearest one above it, and makes nothing. */
async function outputReport(path: string): Promise<FolderReport> {
  for (let folder = path; ; folder = dirname(folder)) {
    const status = await stat(folder).catch(() => undefined);
    if (status === undefined && folder !== dirname(folder)) continue;
    if (status?.isDirectory() !== true) return { path, problem: `${folder} is not a folder` };
    const problem = await access(folder, constants.W_OK | constants.X_OK).then(
      () => undefined,
      () => `${folder} cannot be written`,
    );
    return problem === undefined ? { path } : { path, problem };
  }
}

/** The first cache folder that can be used, else the first and its trouble. */
async function cacheReport(host: Host): Promise<FolderReport> {
  const problems: string[] = [];
  let first = "";
  for await (const { path, problem } of cacheFolders(host)) {
    if (problem === undefined) return { path };
    first ||= path;
    problems.push(`${path}: ${problem}`);
  }
  return { path: first, problem: problems.join("; ") };
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: { readonly node?: string };
}

async function manifest(path: string): Promise<Manifest> {
  return JSON.parse(await readFile(require.resolve(path), "utf8")) as Manifest;
}
