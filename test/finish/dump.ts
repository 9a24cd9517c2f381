/**
 * Writes a finished PDF as a screen reader meets it, one structure element a line: `node test/finish/dump.ts PDF [CHAPTER]`. A chapter is
 * the beginning of its heading or its number in order (`2`); without one, the whole document.
 */
import { readFileSync } from "node:fs";
import { arrayAt, asDict, resolve, textAt } from "../../src/pdf/objects/access.ts";
import { readPdf } from "../../src/pdf/read.ts";
import { type StructureEntry, structureEntries } from "../../src/pdf/structure/text.ts";

/** Elements whose text is said by their kids. */
const HOLDERS = new Set(
  "Document Part Sect Div Table THead TBody TFoot TR L LI LBody Figure BlockQuote Aside".split(" "),
);

/** The lines of a dump: role, language where it changes, page, alternative text, text, attached data. */
export function dumpStructure(pdf: Uint8Array, chapter = ""): string[] {
  const { structure, file } = readPdf(pdf);
  const all = structureEntries(structure);
  const lang = all[0]?.lang ?? "";
  const filesOf = ({ element }: StructureEntry): string[] =>
    arrayAt(file, asDict(file.get(element.id)) ?? new Map(), "AF").map(
      (ref) => textAt(file, asDict(resolve(file, ref)) ?? new Map(), "UF") ?? "",
    );
  return chapterOf(all, chapter).map((entry) => {
    const { role, depth, alt, text, pages } = entry;
    const files = filesOf(entry);
    return [
      `${"  ".repeat(depth)}${role}`,
      entry.lang === lang ? "" : `[${entry.lang}]`,
      pages.length > 1 ? `(pages ${pages.map((page) => page + 1).join(", ")})` : "",
      alt === undefined ? "" : `alt=“${alt}” (${alt.length})`,
      HOLDERS.has(role) ? "" : text.trim(),
      files.length === 0 ? "" : `data: ${files.join(", ")}`,
    ]
      .filter(Boolean)
      .join(" ");
  });
}

function chapterOf(entries: readonly StructureEntry[], chapter: string): readonly StructureEntry[] {
  if (chapter === "") return entries;
  const headings = entries.filter(({ role }) => role === "H2");
  const numbered = /^\d+$/.test(chapter) ? headings.at(Number(chapter) - 1) : undefined;
  const heading = numbered ?? headings.find(({ text }) => text.trim().startsWith(chapter));
  if (!heading)
    throw new Error(`no chapter ${chapter}: ${headings.map(({ text }) => text.trim()).join(" | ")}`);
  const next = headings[headings.indexOf(heading) + 1];
  return entries.slice(entries.indexOf(heading), next ? entries.indexOf(next) : undefined);
}

const [path, chapter] = process.argv.slice(2);
if (import.meta.main && path !== undefined)
  console.log(dumpStructure(readFileSync(path), chapter).join("\n"));
