import { join } from "node:path";
import type { Documents } from "./documents.ts";
import type { Edit, ReportCopy } from "./report-copy.ts";

/** One thing that is measured: a whole process, from its start to its end. */
export interface Contender {
  readonly name: string;
  /** What it stands for, in a few words. */
  readonly about: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  /** Whether the results of an earlier build are there. */
  readonly built: boolean;
  /** What an editor changed since then. */
  readonly edit?: Edit;
}

const FIGURE: Edit = {
  file: "data/2021/indicators.yaml",
  from: "patents.high_value_per_10k: { value: 13.99",
  to: "patents.high_value_per_10k: { value: 13.98",
};

const DRAWN_FIGURE: Edit = {
  file: "data/2021/tables/invention_grants_2012_2021.csv",
  from: "2014,19671",
  to: "2014,19672",
};

/** A label needs nobody's confirmation, unlike a sentence; either prints the Korean edition. */
const KOREAN: Edit = { file: "locales/ko/labels.json", from: '"차례"', to: '"목차"' };

const STYLE: Edit = { file: "templates/styles/3-text.css", from: "{", to: "{ /* changed */" };

/** All that is measured, the floor first. */
export function contenders(checkout: string, copy: ReportCopy, documents: Documents): Contender[] {
  const { root, output } = copy;
  const main = join(checkout, "bin/whitepaper.mjs");
  const build = [main, "build", "--root", root, "--out", output];
  const { path, libraries = "" } = documents.browser;
  const floor = [join(import.meta.dirname, "floor.ts"), path, libraries, documents.folder];
  const edited = (name: string, about: string, edit: Edit) => ({
    name,
    about,
    command: build,
    built: true,
    edit,
  });
  return [
    { name: "floor", about: "raw Puppeteer, the same HTML", command: floor, built: false },
    { name: "cold", about: "no earlier results", command: build, built: false },
    edited("figure", "one figure changed that sentences of all editions quote", FIGURE),
    edited("chart", "one figure changed that a chart of all editions shows", DRAWN_FIGURE),
    edited("korean", "one Korean label changed", KOREAN),
    edited("style", "one style sheet changed", STYLE),
    { name: "no-op", about: "nothing changed", command: build, built: true },
    { name: "check", about: "whitepaper check", command: [main, "check", "--root", root], built: true },
  ];
}
