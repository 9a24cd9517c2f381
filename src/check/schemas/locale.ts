import { z } from "zod";

/** Texts by key, nested as deep as the author likes. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

const textKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, {
  error: "a key of letters, digits, “_” and “-”",
});

/** A file of texts: `locales/<lang>/<year>/<chapter>.json`, or one of labels beside the year's folder. */
export const textsSchema: z.ZodType<TextTree> = z.record(
  textKey,
  z.union([z.string(), z.lazy(() => textsSchema)], { error: "a text or a mapping of texts" }),
);

const name = z.string().min(1).max(300, { error: "a name of at most 300 characters" });

/** `locales/<lang>/names.json`: what may be typed although it looks like a figure. */
export const namesSchema = z.strictObject({
  /** Names that hold digits: “14th Five-Year Plan”. */
  names: z.array(name).default([]),
  /** Phrases with number words that state no figure: “one-stop”. */
  words: z.array(name).default([]),
});

/**
 * `locales/<lang>/<year>/translated-from.json`: by key, the fingerprint of the English text that a translation fits and, after a space,
 * that of the translation that was confirmed.
 */
export const translatedFromSchema = z.record(
  z.string(),
  z.string().regex(/^[0-9a-f]{12}(?: [0-9a-f]{12})?$/, {
    error: "one or two fingerprints of twelve hexadecimal digits",
  }),
);
