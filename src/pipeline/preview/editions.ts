import type { Composition } from "../../model/composition.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import type { Edition } from "../../model/edition.ts";
import { type Language, SOURCE_LANGUAGE } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Screened, screened, styleProblems } from "../../preview/screened.ts";
import { type ComposeWorld, composeEdition } from "../compose-edition.ts";

/** A composed edition as it is shown. */
export interface ShownEdition extends Screened {
  readonly language: Language;
  /** Grows whenever something in the edition changes. */
  readonly version: number;
  readonly edition: Edition;
  readonly composition: Composition;
}

/** What came of showing an edition. */
export interface EditionOutcome {
  /** The edition; the last good one if it cannot be composed any more, null where there was none. */
  readonly shown: ShownEdition | null;
  /** What composing it as the report is now found. */
  readonly problems: readonly Diagnostic[];
}

/** The editions of a report: each is composed when it is asked for, and again only when what it is made from has changed. */
export interface Editions {
  /** Takes up a new state of the report, and the paths in which it differs from the one before; null for all. */
  readonly begin: (report: Report, changed: readonly string[] | null) => void;
  readonly outcome: (language: Language) => Promise<EditionOutcome>;
}

const NOTHING: EditionOutcome = { shown: null, problems: [] };

/** No editions yet. */
export function createEditions(world: ComposeWorld): Editions {
  const fresh = new Map<Language, Promise<EditionOutcome>>();
  const last = new Map<Language, Promise<EditionOutcome>>();
  let current: Report | null = null;
  return {
    begin: (report, changed) => {
      current = report;
      for (const language of [...fresh.keys()])
        if (changed === null || changed.some((path) => concerns(path, language))) fresh.delete(language);
    },
    outcome: (language) => {
      const known = fresh.get(language);
      if (known || !current) return known ?? Promise.resolve(NOTHING);
      const report = current;
      const before = last.get(language) ?? Promise.resolve(NOTHING);
      const made = before.then(({ shown }) => compose(report, { language, shown }, world));
      fresh.set(language, made);
      last.set(language, made);
      return made;
    },
  };
}

/** A translation is read by its own edition only; the words of the glossary are printed nowhere. */
function concerns(path: string, language: Language): boolean {
  const [root, folder = ""] = path.split("/");
  return root !== "locales" || folder === language || folder === SOURCE_LANGUAGE;
}

interface Before {
  readonly language: Language;
  readonly shown: ShownEdition | null;
}

async function compose(
  report: Report,
  { language, shown }: Before,
  world: ComposeWorld,
): Promise<EditionOutcome> {
  const broken = styleProblems(report.styles);
  const composed = await composeEdition({ report, language, world, annotate: true, unproven: true });
  const { edition, composition } = composed;
  const problems = [...broken, ...composed.diagnostics];
  if (!composition || hasErrors(problems)) return { shown, problems };
  if (shown?.composition.html === composition.html) return { shown: { ...shown, edition }, problems };
  const version = (shown?.version ?? 0) + 1;
  return { shown: { language, version, edition, composition, ...screened(composition.html) }, problems };
}
