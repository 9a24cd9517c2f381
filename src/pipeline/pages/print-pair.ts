import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { Cache } from "../cache/store.ts";
import { composeEdition, fontsOf } from "../compose-edition.ts";
import type { EditionWorld } from "../edition.ts";
import { printOrRecall } from "../print-edition.ts";
import type { Progress } from "../progress.ts";
import type { ReportPair } from "./report-pair.ts";

/** An edition as released and as it is now, printed; null where that failed, and then `diagnostics` says why. */
export interface PrintedPair {
  readonly language: Language;
  readonly pdfs: { readonly before: Uint8Array; readonly after: Uint8Array } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stages 3 to 7 for an edition as released and as it is now; what a build has printed is taken from the cache, and the other way round. */
export async function printPair(
  { before, after }: ReportPair,
  language: Language,
  world: EditionWorld,
): Promise<PrintedPair> {
  const released = {
    ...world,
    cache: withoutReasons(world.cache),
    progress: saying("as released", world.progress),
  };
  const was = await printed(before, language, released);
  const is = await printed(after, language, { ...world, progress: saying("now", world.progress) });
  const pdfs = was.pdf && is.pdf ? { before: was.pdf, after: is.pdf } : null;
  return { language, pdfs, diagnostics: [...was.diagnostics, ...is.diagnostics] };
}

async function printed(report: Report, language: Language, world: EditionWorld) {
  const { edition, composition, diagnostics } = await composeEdition({ report, language, world });
  const fonts = composition && (await fontsOf(composition, { report, language, world }));
  const errors = [...diagnostics, ...(fonts?.problems ?? [])].filter((found) => hasErrors([found]));
  if (!composition || !fonts || errors.length > 0) return { pdf: null, diagnostics: errors };
  const { pdf } = await printOrRecall({ report, edition, composition, fonts, world });
  return { pdf, diagnostics: [] };
}

/** A build compares with what the last one was made from; that must not be an old revision. */
function withoutReasons(cache: Cache): Cache {
  return {
    ...cache,
    put: async (kind, key, payload) => (key.endsWith(".inputs") ? undefined : cache.put(kind, key, payload)),
  };
}

/** A progress that says of each stage which of the two reports it is for. */
function saying(which: string, progress: Progress): Progress {
  return {
    ...progress,
    end: (stage, milliseconds, language, remark = "") =>
      progress.end(stage, milliseconds, language, remark === "" ? which : `${which}: ${remark}`),
  };
}
