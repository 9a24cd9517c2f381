import { check } from "../../src/check/check.ts";
import { gather } from "../../src/gather/gather.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import type { Report } from "../../src/model/report.ts";
import { composeLibraries } from "../preflight/libraries.ts";
import { ENGINE } from "../support/report.ts";
import { unbound } from "./binding.ts";
import { faultsOf, type Outcome, type Row } from "./campaign.ts";
import type { PageKind, SoundPage, SoundSources, SourceKind } from "./fault.ts";
import { createPageJudge, filledIn, type Origin, readPage } from "./judge-pages.ts";
import { createSourceJudge, type SourceVerdict } from "./judge-sources.ts";
import { INDICATOR_KINDS } from "./kinds/indicators.ts";
import { PAGE_FIGURE_KINDS } from "./kinds/page-figures.ts";
import { PAGE_NUMBER_KINDS, PAGE_WORD_KINDS } from "./kinds/page-parts.ts";
import { PLACEHOLDER_KINDS } from "./kinds/placeholders.ts";
import { TABLE_KINDS } from "./kinds/tables.ts";
import { TYPED_KINDS } from "./kinds/typed.ts";
import { WORDING_KINDS } from "./kinds/wording.ts";

/** The year of the report that faults are put into. */
const YEAR = 2021;

/** Faults of the report's files, by what they are put into. */
export const SOURCE_GROUPS: Readonly<Record<string, readonly SourceKind[]>> = {
  "Tables (CSV)": TABLE_KINDS,
  Indicators: INDICATOR_KINDS,
  "Texts: what they refer to": PLACEHOLDER_KINDS,
  "Texts: what is typed": TYPED_KINDS,
  "Texts: words": WORDING_KINDS,
};

/** Faults of composed pages, by how they came there. */
export const PAGE_GROUPS: readonly {
  readonly group: string;
  readonly origin: Origin;
  readonly kinds: readonly PageKind[];
}[] = [
  {
    group: "Pages: between composing and paper",
    origin: "printed",
    kinds: [...PAGE_FIGURE_KINDS, ...PAGE_NUMBER_KINDS, ...PAGE_WORD_KINDS],
  },
  {
    group: "Pages: composed by the engine itself",
    origin: "composed",
    kinds: [...PAGE_FIGURE_KINDS, ...PAGE_NUMBER_KINDS],
  },
];

/** How many faults are made, and from which seed. */
export interface Extent {
  readonly seed: string;
  /** Of each kind. */
  readonly inSources: number;
  /** Of each kind in each language. */
  readonly inPages: number;
  /** Puts each kind into one language only, one after the other, instead of all. */
  readonly inTurn: boolean;
}

/** The real report. Throws when it is not sound itself. */
export async function soundReport(): Promise<SoundSources> {
  const sources = await gather({ year: YEAR, content: ENGINE, engine: ENGINE });
  const { report, diagnostics } = check(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!report || errors.length > 0) throw new Error(`the report is not sound: ${JSON.stringify(errors)}`);
  return { sources, report };
}

/** Puts faults into data and texts. */
export function sourceCampaign(sound: SoundSources, { seed, inSources }: Extent): Row[] {
  const judge = createSourceJudge(sound);
  return Object.entries(SOURCE_GROUPS).flatMap(([group, kinds]) =>
    kinds.map((kind): Row => {
      const faults = faultsOf({ kind, sound, count: inSources, seed: `${seed}/${group}` });
      const isData = kinds === TABLE_KINDS || kinds === INDICATOR_KINDS;
      const outcomes = faults.map((fault) => ({
        what: fault.what,
        ...outcomeOf(judge(fault), sound, isData),
      }));
      return { group, kind: kind.name, outcomes };
    }),
  );
}

function outcomeOf(
  { caught, mildly, afterRelease, changed }: SourceVerdict,
  { report }: SoundSources,
  isData: boolean,
): Omit<Outcome, "what"> {
  const reason = caught.length === 0 && changed ? unbound(report, changed) : null;
  return { caught, mildly, afterRelease: isData ? afterRelease : null, reason };
}

/** The editions of a report, composed. */
export async function soundPages(report: Report): Promise<SoundPage[]> {
  const pages: SoundPage[] = [];
  for (const language of LANGUAGES) {
    const { edition, composition } = await composeLibraries(report, language);
    pages.push({ report, edition, composition, html: filledIn(composition) });
  }
  return pages;
}

/** Puts faults into composed pages of all editions. */
export function pageCampaign(pages: readonly SoundPage[], { seed, inPages, inTurn }: Extent): Row[] {
  const shown = pages.map((page) => readPage(page, page.html).shown);
  const judges = pages.map((page, index) =>
    createPageJudge(
      page,
      shown.filter((_, other) => other !== index),
    ),
  );
  return PAGE_GROUPS.flatMap(({ group, origin, kinds }) =>
    kinds.map((kind, turn): Row => {
      const outcomes = pages.flatMap((page, index) => {
        if (inTurn && turn % pages.length !== index) return [];
        const { language } = page.edition;
        const faults = faultsOf({ kind, sound: page, count: inPages, seed: `${seed}/${group}/${language}` });
        return faults.flatMap((fault): Outcome[] => {
          const verdict = judges[index]?.(fault, origin);
          const what = `${language} ${fault.what}`;
          const rest = { mildly: false, afterRelease: null, reason: null };
          return verdict ? [{ what, caught: verdict.caught, ...rest }] : [];
        });
      });
      return { group, kind: kind.name, outcomes };
    }),
  );
}
