/** A font's file that is read straight to where its bytes are needed. */
export interface FontFile {
  readonly path: string;
  /** In bytes. */
  readonly length: number;
  /** Reads all of it into room of its length. Throws when it cannot be read. */
  readonly readInto: (room: Uint8Array) => void;
}

/** Cuts a TrueType font down to the glyphs of a text. Rejects when the font cannot be read. */
export type CutFont = (font: Uint8Array | FontFile, characters: string) => Promise<Uint8Array>;
