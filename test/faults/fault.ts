import type { Composition } from "../../src/model/composition.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Report } from "../../src/model/report.ts";
import type { Sources } from "../../src/model/source-file.ts";
import type { Random } from "./random.ts";

/** The sound report, into copies of which faults are put. */
export interface SoundSources {
  readonly sources: Sources;
  readonly report: Report;
}

/** One fault in the report's files. */
export interface SourceFault {
  /** Where, and what became what. */
  readonly what: string;
  /** New contents of files, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** A sound edition, composed: the page as it goes to the printer, page numbers filled in. */
export interface SoundPage {
  readonly report: Report;
  readonly edition: Edition;
  readonly composition: Composition;
  readonly html: string;
}

/** One fault in a composed page. */
export interface PageFault {
  readonly what: string;
  readonly html: string;
}

/** A kind of fault: makes one of it at a random place; null where the chosen place does not allow it. */
export interface FaultKind<Sound, Fault> {
  readonly name: string;
  readonly make: (sound: Sound, random: Random) => Fault | null;
}

/** A kind of fault in data or texts. */
export type SourceKind = FaultKind<SoundSources, SourceFault>;

/** A kind of fault in composed pages. */
export type PageKind = FaultKind<SoundPage, PageFault>;
