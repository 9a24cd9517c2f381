import { check } from "../../check/check.ts";
import type { OutputFolder } from "../../deliver/deliver.ts";
import { gather } from "../../gather/gather.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import type { BuildWorld } from "../build.ts";
import { nothingToDo, timed } from "../progress.ts";
import { keepEditedWorkbooks, listedFiles } from "./edited-workbooks.ts";
import { type DataFileEntry, dataKey, keepData, recallData } from "./kept-data.ts";

/** What of the world making open data needs. */
export type DataWorld = Pick<
  BuildWorld,
  "content" | "engine" | "output" | "cache" | "tools" | "progress" | "now"
>;

/** What came of making open data. */
export interface DataResult {
  readonly diagnostics: readonly Diagnostic[];
  /** What is delivered; nothing when the content has errors. */
  readonly files: readonly DataFileEntry[];
}

/** Name of the description, which is put in place last. */
const DESCRIPTOR = "datapackage.json";

/** Folder of a year's open data in the output folder; a draft never takes the place of data that are released. */
export function dataFolder(year: number, draft: boolean): string {
  return `${year}/${draft ? "data-draft" : "data"}/`;
}

/**
 * Makes a report's open data: a data package of CSVs, and a workbook in each language. Content with errors touches nothing. Nothing is made
 * again while nothing has changed.
 */
export async function buildData(
  { year, draft }: { readonly year: number; readonly draft: boolean },
  world: DataWorld,
): Promise<DataResult> {
  const { content, engine, output, cache } = world;
  const [sources, tools] = await Promise.all([
    timed(world, "gather", () => gather({ year, content, engine })),
    world.tools(),
  ]);
  const key = dataKey(sources, draft, tools);
  const kept = await recallData(key, { cache, output });
  if (kept) {
    world.progress.report(kept.diagnostics);
    await nothingToDo(world, "deliver", "data, fresh: nothing has changed");
    return kept;
  }
  const checked = await timed(world, "check", () => check(sources, { draft }));
  world.progress.report(checked.diagnostics);
  if (!checked.report || hasErrors(checked.diagnostics))
    return { diagnostics: sortDiagnostics(checked.diagnostics), files: [] };
  const { report } = checked;
  const isDraft = draft || [...report.editions.values()].every((state) => state === "draft");
  const files = await makeFiles(sources, report, isDraft, world);
  const folder = dataFolder(year, isDraft);
  const edited = await timed(
    world,
    "deliver",
    () => deliverData(folder, files, output),
    undefined,
    () => `data: ${files.size} files`,
  );
  world.progress.report(edited);
  const placed = new Map([...files].map(([path, bytes]) => [folder + path, bytes]));
  await keepData(key, checked.diagnostics, placed, { cache, output });
  return {
    diagnostics: sortDiagnostics([...checked.diagnostics, ...edited]),
    files: [...placed].map(([path, { length }]) => ({ path, bytes: length })),
  };
}

async function makeFiles(
  sources: Sources,
  report: Report,
  draft: boolean,
  world: DataWorld,
): Promise<Map<string, Uint8Array>> {
  // Imported here, so that a build that finds nothing changed does not wait for them.
  const [{ resolve }, { openData }, { writeWorkbook }, { editableTables }, { packedWorkbook }] =
    await Promise.all([
      import("../../resolve/resolve.ts"),
      import("../../open-data/open-data.ts"),
      import("../../workbook/write-workbook.ts"),
      import("./editable-tables.ts"),
      import("./packed-workbook.ts"),
    ]);
  const editions = new Map<Language, Edition>();
  for (const language of report.editions.keys())
    editions.set(language, await timed(world, "resolve", () => resolve(report, language), language));
  const tables = editableTables(sources, report);
  return timed(world, "compose", async () => {
    const request = { report, editions, draft, tables };
    const workbooks = await Promise.all(
      [...editions].map(async ([language, edition]) =>
        packedWorkbook(report.year, edition, await writeWorkbook(request, language)),
      ),
    );
    return openData(request, workbooks);
  });
}

/** Puts files in place, each whole by one rename, the description last; what the last delivery listed and this one lacks is taken away. */
async function deliverData(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  output: OutputFolder,
): Promise<Diagnostic[]> {
  const listed = listedFiles(await output.read(folder + DESCRIPTOR));
  const edited = await keepEditedWorkbooks({ folder, listed, files }, output);
  const description = files.get(DESCRIPTOR);
  for (const [path, bytes] of files) if (path !== DESCRIPTOR) await output.write(folder + path, bytes);
  if (description) await output.write(folder + DESCRIPTOR, description);
  for (const path of listed.keys()) if (isOurs(path) && !files.has(path)) await output.remove(folder + path);
  return edited;
}

/** A listed path that cannot lead out of the folder. */
const isOurs = (path: string): boolean => /^(?:codes\/)?[\w-][\w.-]*\.(?:csv|xlsx)$/.test(path);
