import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const file = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
);

/** The name that a PDF has for the font that these documents use. */
export const FONT_NAME = "SourceSans3-Regular";

const FACE = `@font-face{font-family:Body;src:url(data:font/ttf;base64,${readFileSync(file).toString("base64")})}`;

/** A document set in one real font. */
export const documentOf = (body: string, css = ""): string =>
  `<!doctype html><html lang="en"><head><title>Test</title><style>${FACE}body{font-family:Body}${css}</style></head><body>${body}</body></html>`;

/** A document that takes the browser a second or more to print. */
export const LONG_DOCUMENT = documentOf("<p>A paragraph with some words in it.</p>".repeat(30_000));

/** The same print with its dates taken out. */
export const undated = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString("latin1")
    .replaceAll(/\/(CreationDate|ModDate) \([^)]*\)/g, "");

/** The same print without its dates and node names, which finishing takes away. */
export const withoutNames = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString("latin1")
    .replace(/D:\d{14}[^)]*|node\d+/g, "");

/** Names of the fonts in a print by Chromium, which leaves these objects uncompressed. */
export const fontsIn = (pdf: Uint8Array): string[] =>
  [
    ...new Set(
      [
        ...Buffer.from(pdf)
          .toString("latin1")
          .matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([^\s/]+)/g),
      ].map(([, name]) => name ?? ""),
    ),
  ].sort();
