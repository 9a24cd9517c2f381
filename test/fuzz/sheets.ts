import type { Random } from "../faults/random.ts";
import { nasty } from "./mutate.ts";

/** Values of attributes and elements that have meant trouble elsewhere. */
const REFERENCES = [
  "A1:XFD1048576",
  "XFD1048576",
  "A0",
  "ZZZZ1",
  "A99999999999",
  "",
  "1",
  "A1:A1:A1",
  "B2:A1",
  "A-1",
  "$A$1",
  "ÀÉ1",
  "AMJ1",
  "A20001",
];
const NUMBERS = [
  "-1",
  "0",
  "4294967296",
  "1e308",
  "1e999",
  "-0",
  "NaN",
  "Infinity",
  "0x10",
  "2958466",
  "0.1e-400",
  "60",
  "1.7976931348623157e308",
  "１２",
  "",
  " 7 ",
  "9".repeat(400),
  "0.30000000000000004",
  "1e21",
  "1e-7",
];
const TYPES = ["s", "str", "inlineStr", "b", "e", "d", "n", "", "S", "__proto__"];
const PIECES = [
  '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  '<mergeCells><mergeCell ref="B6:C7"/><mergeCell/><mergeCell ref="x"/></mergeCells>',
  '<dimension ref="A1:XFD1048576"/>',
  '<cols><col min="1" max="16384" width="1e9" hidden="1"/></cols>',
  '<c r="B6"><f>HYPERLINK("http://127.0.0.1/")</f><v>1</v></c>',
  '<c r="B6" t="str"><f t="shared" si="9" ref="A1:XFD1048576"/><v>x</v></c>',
  '<c r="B6" t="inlineStr"><is><r><t>a</t></r><r><rPr/><t xml:space="preserve"> b</t></r></is></c>',
  '<c r="B6" t="s"><v>99999999</v></c>',
  '<c r="B6" t="s"><v>-1</v></c>',
  '<c r="B6" t="e"><v>#REF!</v></c>',
  '<c r="B6" t="d"><v>2021-02-30T25:61:61Z</v></c>',
  '<c r="B6" s="99999"><v>44561</v></c>',
  "<c/><c/><c/>",
  '<row r="0"><c r="A0"><v>1</v></c></row>',
  '<row r="1048576"/>',
  '<row r="5"><c r="A5" t="inlineStr"><is><t>branch</t></is></c></row>',
  "<!-- -- -->",
  "<![CDATA[<row>]]>",
  "<?xml version='1.1'?>",
  "&#0;&#x110000;&#xD800;&nope;",
  '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  "<x:row xmlns:x='y'>",
  "</sheetData>",
  "<sheetData>",
  "<a>".repeat(5_000),
  "<c ".repeat(100_000),
  "<row>".repeat(3_000),
];
const TAGS = /<\/?[a-zA-Z:]+[^<>]*>/g;

/** A sheet's XML with changes to what spreadsheets write: places, numbers, types, elements taken out, doubled, or put in. */
export function changedSheet(sheet: string, random: Random): string {
  let result = sheet;
  for (let changes = 1 + random.below(3); changes > 0; changes--) result = changedOnce(result, random);
  return result;
}

function changedOnce(sheet: string, random: Random): string {
  switch (random.below(6)) {
    case 0:
      return oneOf(sheet, /\b(r|ref|min|max|sqref)="[^"]*"/g, random, (found) =>
        found.replace(/"[^"]*"/, `"${random.pick(REFERENCES)}"`),
      );
    case 1:
      return oneOf(sheet, /<v>[^<]*<\/v>/g, random, () => `<v>${random.pick(NUMBERS)}</v>`);
    case 2:
      return oneOf(sheet, /\bt="[^"]*"|\bs="[^"]*"/g, random, (found) =>
        found.startsWith("t") ? `t="${random.pick(TYPES)}"` : `s="${random.pick(NUMBERS)}"`,
      );
    case 3:
      return oneOf(sheet, TAGS, random, (found) => (random.below(2) === 0 ? "" : found + found));
    default:
      return oneOf(sheet, TAGS, random, (found) => found + random.pick(PIECES));
  }
}

/** Replaces one of the places where a pattern stands. */
function oneOf(text: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const place = random.pick([...text.matchAll(pattern)]);
  if (!place) return text;
  const [found] = place;
  return text.slice(0, place.index) + change(found) + text.slice(place.index + found.length);
}

const COLUMNS = ["branch", "books", "films", "(name)"];
const ROWS = ["hill", "harbour", "park", "mill", "total", "__proto__", "constructor", ""];
const OTHERS = ["visitors", "status", "source", "value", "id", "missing", "normal"];

/** A well-formed sheet with anything in its cells; half of them with the codes of a table's rows and columns. */
export function madeSheet(random: Random): string {
  const known = random.below(2) === 0;
  const count = random.below(12);
  const rows = Array.from({ length: count }, (_, row) => {
    const first = known ? [row === 0 ? "branch" : (ROWS[(row - 1) % ROWS.length] ?? "")] : [];
    const codes = known && row === 0 ? COLUMNS : first;
    const cells = Array.from({ length: codes.length + random.below(5) }, (__, column) => {
      const code = codes[column];
      return code === undefined
        ? madeCell(row + 1, column, random)
        : inline(cellAt(row + 1, column, random), code);
    });
    return `<row r="${row + 1}"${random.below(9) === 0 ? ' hidden="1"' : ""}>${cells.join("")}</row>`;
  });
  const merge = random.below(8) === 0 ? '<mergeCells count="1"><mergeCell ref="A2:C4"/></mergeCells>' : "";
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData>${merge}</worksheet>`;
}

const cellAt = (row: number, column: number, random: Random): string =>
  `r="${String.fromCharCode(65 + column)}${row}" s="${random.below(12)}"`;

const inline = (at: string, text: string): string =>
  `<c ${at} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

function madeCell(row: number, column: number, random: Random): string {
  const at = cellAt(row, column, random);
  switch (random.below(8)) {
    case 0:
      return `<c ${at}/>`;
    case 1:
      return `<c ${at}><v>${random.pick(NUMBERS)}</v></c>`;
    case 2:
      return `<c ${at}><f>${escaped(nasty(random))}</f><v>1</v></c>`;
    case 3:
      return `<c ${at} t="${random.pick(TYPES)}"><v>${random.below(200)}</v></c>`;
    case 4:
      return inline(at, nasty(random));
    case 5:
      return inline(at, random.pick([...ROWS, ...COLUMNS, ...OTHERS]) ?? "");
    default:
      return `<c ${at}><v>${random.below(200_000)}</v></c>`;
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
