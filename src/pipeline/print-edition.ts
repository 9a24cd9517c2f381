import { bind } from "../finish/bind/bind.ts";
import { shownGlyphs } from "../finish/bind/fonts.ts";
import type { FinishRequest } from "../finish/request.ts";
import { embeddedPrograms } from "./cache/embedded-fonts.ts";
import { inputsOf } from "./cache/inputs.ts";
import { editionName, rememberInputs, whyStale } from "./cache/memory.ts";
import { type FinishedPrint, keepPrint, printKey, recallPrint } from "./cache/prints.ts";
import type { PrintEdition } from "./edition.ts";
import { finishRequest, pageLabels } from "./finish-request.ts";
import { type PrintedParts, printParts } from "./print-parts.ts";
import { nothingToDo, timed } from "./progress.ts";

/** Stages 6 and 7: prints and finishes an edition, or takes the same print from the cache. Says which, and why. */
export async function printOrRecall(request: PrintEdition): Promise<FinishedPrint> {
  const { report, edition, composition, world } = request;
  const { language } = edition;
  const browser = await world.browser;
  const wanted = finishOf(request);
  const key = printKey(composition, wanted(0), `${world.tools} ${browser}`);
  const kept = await recallPrint(world.cache, key);
  if (kept) {
    request.onPrinted?.();
    await nothingToDo(world, "print", "fresh", language);
    return kept;
  }
  const name = editionName(report.year, language, edition.state);
  const { tools, conformance, sourceDate } = world;
  const inputs = inputsOf(report, edition, { engine: tools, browser, conformance, date: sourceDate ?? "" });
  const reason = await whyStale(world, name, inputs);
  const made = await printAnew(request, wanted, `stale, because ${reason}`);
  await keepPrint(world.cache, key, made);
  await rememberInputs(world, name, inputs);
  return made;
}

async function printAnew(
  request: PrintEdition,
  wanted: ReturnType<typeof finishOf>,
  reason: string,
): Promise<FinishedPrint> {
  const { edition, fonts, world } = request;
  const { language } = edition;
  const last = world.previous?.editions.find((entry) => entry.language === language)?.contents;
  const guess = new Map(Object.entries(last ?? {}));
  const printed = await printTimed(request, guess, reason);
  const { pages, pageCount, frontPages, settled, passes, parts } = printed;
  const { bytes } = await timed(
    world,
    "finish",
    async () => {
      const programs = await embeddedPrograms(shownGlyphs(parts), fonts, world.cache);
      return bind(parts, wanted(frontPages), programs);
    },
    language,
    () => "",
    printed.mending,
  );
  return { pdf: bytes, pageCount, contents: pages, settled, passes };
}

/** Prints the parts; the time that mending them takes is the next stage's. */
async function printTimed(
  request: PrintEdition,
  guess: ReadonlyMap<string, string>,
  reason: string,
): Promise<PrintedParts> {
  const { language } = request.edition;
  const { progress, now } = request.world;
  progress.begin("print", language);
  const start = now();
  const printed = await printParts(request, guess);
  const { anew, kept, mending } = printed;
  const share = kept > 0 ? `; ${anew} of ${anew + kept} parts` : "";
  progress.end("print", now() - start - mending, language, `${reason}${share}`);
  return printed;
}

/** What the finish is asked for, once the number of front pages is known. */
function finishOf({
  report,
  edition,
  composition,
  world,
}: PrintEdition): (frontPages: number) => FinishRequest {
  const { conformance, sourceDate } = world;
  const request = finishRequest({ report, edition, title: composition.title, conformance, sourceDate });
  return (frontPages) => ({ ...request, pageLabels: pageLabels(frontPages) });
}
