import type { Language } from "../model/language.ts";
import type {
  ChartCard,
  EditionMessage,
  FigureCard,
  PagesMessage,
  PrintMessage,
  StateMessage,
  TextCard,
} from "./messages.ts";

/** What is told to all open pages. */
export type PreviewEvent =
  /** Editions may have changed. */
  | { readonly event: "shown" }
  /** The state of the report has changed. */
  | { readonly event: "checked" }
  | { readonly event: "pages"; readonly message: PagesMessage }
  | { readonly event: "print"; readonly message: PrintMessage };

/** What a preview page can ask for. Null for what there is not. */
export interface Desk {
  readonly state: () => StateMessage;
  readonly edition: (language: Language) => Promise<EditionMessage | null>;
  /** The `@font-face` rules of an edition: the very fonts that are printed with, for lines to break at the same places. */
  readonly fonts: (language: Language) => Promise<string | null>;
  readonly figure: (ref: string) => FigureCard | null;
  readonly text: (language: Language, key: string) => Promise<TextCard | null>;
  readonly chart: (language: Language, id: string) => Promise<ChartCard | null>;
  /** Begins to make a PDF; false while another one is being made. */
  readonly print: (language: Language) => boolean;
  /** The PDF that was made last. */
  readonly pdf: (language: Language) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  /** Listens, and says which editions are looked at; gives what ends it. */
  readonly listen: (languages: readonly Language[], listener: (event: PreviewEvent) => void) => () => void;
}

/** A file of the page itself. */
export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** The files of the page by their names: nothing else can be asked for. */
export interface Assets {
  readonly asset: (name: string) => Asset | null;
  /** A font file by its name in the style sheet of fonts. */
  readonly font: (name: string) => Promise<Asset | null>;
}
