import { beginCheck } from "../../check/check.ts";
import { gather } from "../../gather/gather.ts";
import { type Diagnostic, hasErrors, note, sortDiagnostics } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { EditionState, Report } from "../../model/report.ts";
import type { Sources } from "../../model/source-file.ts";
import { type KeptMemo, openMemo } from "../cache/steps.ts";
import { NO_CACHE } from "../cache/store.ts";
import { beginDrawings, type DrawnEdition } from "../drawings.ts";
import { unknownEditions } from "../editions.ts";
import { nothingToDo, timed, withoutRepeats } from "../progress.ts";
import { keptWeb, recallWeb, webKey } from "./kept-web.ts";
import { makeSite, type Site } from "./site.ts";
import type { SiteDraft, WebWorld } from "./world.ts";

/** What web edition to make. */
export interface WebBuildRequest {
  readonly year: number;
  /** The languages wanted; null for all of the report's. Those not wanted stay in the site as they are. */
  readonly languages: readonly Language[] | null;
  /** Builds every edition as a draft, whatever the report says. */
  readonly draft: boolean;
  /** Where the site will stand, with a slash at its end; null for what the report says. */
  readonly address: string | null;
}

/** One language of the site. */
export interface WebEdition {
  readonly language: Language;
  readonly state: EditionState;
  /** Its folder in the output folder. */
  readonly folder: string;
  readonly pages: number;
  /** Size of all its files. */
  readonly bytes: number;
}

/** What came of making a web edition. */
export interface WebResult {
  readonly diagnostics: readonly Diagnostic[];
  /** What was delivered; nothing when anything had errors. */
  readonly editions: readonly WebEdition[];
  /** Folder of the site in the output folder. */
  readonly folder: string;
}

/** Folder of a year's web edition in the output folder. */
export function webFolder(year: number): string {
  return `${year}/web`;
}

/**
 * Makes a report's web edition from the stages that make its PDFs: a folder for each language and a page that leads to them, delivered at
 * once. Errors anywhere leave the old site as it is. Nothing is made again while nothing has changed.
 */
export async function buildWeb(request: WebBuildRequest, world: WebWorld): Promise<WebResult> {
  const { year } = request;
  const folder = webFolder(year);
  const [sources, tools] = await Promise.all([
    timed(world, "gather", () => gather({ year, content: world.content, engine: world.engine })),
    world.tools(),
  ]);
  const key = webKey(sources, request, tools);
  const kept = await recallWeb(key, folder, world);
  if (kept) {
    world.progress.report(kept.diagnostics);
    await nothingToDo(world, "deliver", "web, fresh: nothing has changed");
    return kept;
  }
  world.workshop.prepare();
  // What a build of the PDFs has found of the wording is not looked for again.
  const memo = await openMemo(world.cache, String(year), tools);
  return buildAnew({ sources, request, tools, key, memo }, memo.empty ? withoutLooking(world) : world);
}

/** Where nothing was kept at all, charts and fonts are not looked for one by one: each takes a turn. */
function withoutLooking(world: WebWorld): WebWorld {
  return { ...world, cache: { ...world.cache, get: NO_CACHE.get } };
}

interface BuildAnew {
  readonly sources: Sources;
  readonly request: WebBuildRequest;
  readonly tools: string;
  /** What the result is kept under. */
  readonly key: string;
  readonly memo: KeptMemo;
}

async function buildAnew(
  { sources, request, tools, key, memo }: BuildAnew,
  world: WebWorld,
): Promise<WebResult> {
  const folder = webFolder(request.year);
  const start = world.now();
  const begun = beginCheck(sources, { draft: request.draft, memo });
  const readIn = world.now() - start;
  // Drawing takes the other thread longer than what is left to check takes this one.
  const editions = begun.report
    ? await beginDrawings(begun.report, request.languages, { ...world, tools })
    : new Map();
  const checked = await timed(world, "check", begun.complete, undefined, () => "", readIn);
  const found = [
    ...checked.diagnostics,
    ...unknownEditions(checked.report, { ...request, conformance: null }),
  ];
  world.progress.report(found);
  if (!checked.report || hasErrors(found))
    return { diagnostics: sortDiagnostics(found), editions: [], folder };
  const { report } = checked;
  const draft = await world.site.begin(folder);
  try {
    return await deliverSite({ sources, report, editions, request, tools, key, memo, found, draft, world });
  } finally {
    await draft.discard();
  }
}

interface DeliverSite extends BuildAnew {
  readonly report: Report;
  readonly editions: ReadonlyMap<Language, DrawnEdition>;
  /** What the check found. */
  readonly found: readonly Diagnostic[];
  readonly draft: SiteDraft;
  readonly world: WebWorld;
}

async function deliverSite({
  report,
  request,
  key,
  memo,
  found,
  world,
  ...parts
}: DeliverSite): Promise<WebResult> {
  const folder = webFolder(request.year);
  const address = request.address ?? withSlash(report.address ?? null);
  const site = await makeSite({ ...parts, report, address, folder }, world);
  const own = [...site.diagnostics, ...(address === null ? [noAddress(request.year)] : [])];
  world.progress.report(own);
  const diagnostics = sortDiagnostics(withoutRepeats([...found, ...own]));
  if (hasErrors(diagnostics)) return { diagnostics, editions: [], folder };
  const result = { diagnostics, editions: editionsOf(site, folder), folder };
  // What is kept names the hashes of all files: should they not get into place, the next build finds that they differ.
  const kept = await keptWeb({ result, site }, world);
  await timed(
    world,
    "deliver",
    () => Promise.all([parts.draft.deliver(site.keep), world.cache.put("build", key, kept), memo.keep()]),
    undefined,
    () => `web: ${site.files.size} files`,
  );
  return result;
}

function editionsOf({ editions, files }: Site, folder: string): WebEdition[] {
  return editions.map(({ language, state, folder: name, pages }) => ({
    language,
    state,
    folder: `${folder}/${name}`,
    pages: pages.length,
    bytes: [...files].reduce(
      (sum, [path, { length }]) => (path.startsWith(`${name}/`) ? sum + length : sum),
      0,
    ),
  }));
}

const withSlash = (address: string | null): string | null => address?.replace(/\/?$/, "/") ?? null;

function noAddress(year: number): Diagnostic {
  return note({
    code: "no-web-address",
    message:
      "where the web edition will stand is not known: its pages name no absolute addresses, and there is no sitemap",
    place: { file: `data/${year}/report.yaml` },
    hints: ["add “address: https://…” to report.yaml, or give --address"],
  });
}
