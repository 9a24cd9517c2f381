import type { Drawing } from "../draw/chart.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ChartView } from "../model/edition.ts";
import type { Face } from "../model/faces.ts";
import type { Language } from "../model/language.ts";
import type { CutFace } from "../print/fonts/subset.ts";

/** Work that is done while the stages go on: on the real machine, by a thread of its own. */
export interface Workshop {
  /** Says that work will come: what it needs may be loaded. */
  readonly prepare: () => void;
  /** A chart, drawn. */
  readonly drawChart: (view: ChartView) => Promise<Drawing>;
  /** What the linter finds in HTML with its marks. */
  readonly lint: (html: string, styles: ReadonlyMap<string, string>) => Promise<readonly Diagnostic[]>;
  /** The faces of a language cut down to some characters, as TrueType. */
  readonly cutFaces: (language: Language, characters: string) => Promise<readonly CutFace[]>;
  /** A face cut down to some characters, as WOFF 2.0. */
  readonly packFont: (face: Face, characters: string) => Promise<Uint8Array>;
  /** Says that no work will come soon: what it has loaded takes memory. */
  readonly rest: () => Promise<void>;
}
