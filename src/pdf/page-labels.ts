import { arrayAt, asDict, catalogOf, dictAt, nameAt, numberAt, resolve, textAt } from "./objects/access.ts";
import type { PdfFile } from "./objects/file.ts";

/** What pages are called, by their index; empty where the document does not say it (ISO 32000-2, 12.4.2). */
export function readPageLabels(file: PdfFile, count: number): string[] {
  const labels = Array.from({ length: count }, () => "");
  const tree = dictAt(file, catalogOf(file), "PageLabels");
  const numbers = tree === undefined ? [] : arrayAt(file, tree, "Nums");
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const range = asDict(resolve(file, numbers[i + 1])) ?? new Map();
    const prefix = textAt(file, range, "P") ?? "";
    const first = numberAt(file, range, "St") ?? 1;
    const from = Number(numbers[i]);
    for (let page = from; page < count; page++)
      labels[page] = prefix + numbered(nameAt(file, range, "S"), first + page - from);
  }
  return labels;
}

function numbered(style: string | undefined, number: number): string {
  if (style === "D") return String(number);
  if (style === "r") return roman(number);
  return style === "R" ? roman(number).toUpperCase() : "";
}

const ROMAN: readonly (readonly [string, number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

function roman(number: number): string {
  let rest = number;
  let text = "";
  for (const [letters, value] of ROMAN) for (; rest >= value; rest -= value) text += letters;
  return text;
}
