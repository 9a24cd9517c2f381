import { finish } from "../finish/finish.ts";
import { print } from "../print/print.ts";
import { inputsOf } from "./cache/inputs.ts";
import { editionName, rememberInputs, whyStale } from "./cache/memory.ts";
import { type FinishedPrint, keepPrint, printKey, recallPrint } from "./cache/prints.ts";
import type { PrintEdition } from "./edition.ts";
import { finishRequest } from "./finish-request.ts";
import { timed } from "./progress.ts";
import type { Turns } from "./turns.ts";

/** Stages 6 and 7: prints and finishes an edition, or takes the same print from the cache. Says which, and why. */
export async function printOrRecall(request: PrintEdition): Promise<FinishedPrint> {
  const { report, edition, composition, world } = request;
  const { language } = edition;
  const browser = await (await world.printer).version();
  const key = printKey(composition, finishOf(request, 0), `${world.tools} ${browser}`);
  const kept = await recallPrint(world.cache, key);
  if (kept) {
    await timed(
      world,
      "print",
      () => undefined,
      language,
      () => "fresh",
    );
    return kept;
  }
  const name = editionName(report.year, language, edition.state);
  const { tools, conformance, sourceDate } = world;
  const inputs = inputsOf(report, edition, { engine: tools, browser, conformance, date: sourceDate ?? "" });
  const reason = await whyStale(world, name, inputs);
  const made = await printAnew(request, `stale, because ${reason}`);
  await keepPrint(world.cache, key, made);
  await rememberInputs(world, name, inputs);
  return made;
}

async function printAnew(request: PrintEdition, remark: string): Promise<FinishedPrint> {
  const { edition, composition, fonts, world } = request;
  const { language } = edition;
  const printer = await world.printer;
  const last = world.previous?.editions.find((entry) => entry.language === language)?.contents;
  const guess = new Map(Object.entries(last ?? {}));
  const rules = await fonts.rules();
  const printed = await (world.printing ?? atOnce)(() =>
    timed(
      world,
      "print",
      () => print({ composition, fonts: rules, printer, guess }),
      language,
      () => remark,
    ),
  );
  const { pages, pageCount, frontPages, settled, passes } = printed;
  const { bytes } = await timed(
    world,
    "finish",
    () => finish(printed.pdf, finishOf(request, frontPages)),
    language,
  );
  return { pdf: bytes, pageCount, contents: pages, settled, passes };
}

const atOnce: Turns = (work) => work();

function finishOf({ report, edition, composition, world }: PrintEdition, frontPages: number) {
  const { conformance, sourceDate } = world;
  return finishRequest({ report, edition, title: composition.title, frontPages, conformance, sourceDate });
}
