import { join } from "node:path";
import type { Documents } from "./documents.ts";
import type { Edit, ReportCopy } from "./report-copy.ts";

/** One thing that is measured. */
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
  /** Whether the process says itself how long it took (`warm.ts`); else it is measured from its start to its end. */
  readonly saysTime?: boolean;
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

/** Another form of the same verb. */
const KOREAN_SENTENCE: Edit = {
  file: "locales/ko/2021/creation.json",
  from: "임업 식물신품종권은 {{plant_varieties.forest_granted, count}}건이 등록됐다.",
  to: "임업 식물신품종권은 {{plant_varieties.forest_granted, count}}건이 등록되었다.",
  confirm: { language: "ko", key: "creation.plant_varieties.p1" },
};

const STYLE: Edit = { file: "templates/styles/3-text.css", from: "{", to: "{ /* changed */" };

/** What `--quick` leaves out. */
export const SLOW = ["warm", "chart", "style", "check"];

/** All that is measured, the floor first. */
export function contenders(checkout: string, copy: ReportCopy, documents: Documents): Contender[] {
  const { root, output, year } = copy;
  const main = join(checkout, "bin/whitepaper.mjs");
  const build = [main, "build", "--root", root, "--out", output];
  const { path, libraries = "" } = documents.browser;
  const floor = [join(import.meta.dirname, "floor.ts"), path, libraries, documents.folder];
  const warm = [join(import.meta.dirname, "warm.ts"), root, output, String(year)];
  const anew = (name: string, about: string, command: readonly string[]) => ({
    name,
    about,
    command,
    built: false,
  });
  const edited = (name: string, about: string, edit: Edit) => ({
    name,
    about,
    command: build,
    built: true,
    edit,
  });
  return [
    anew("floor", "raw Puppeteer, the same HTML", floor),
    anew("cold", "no earlier results", build),
    { ...anew("warm", "no earlier results, in a process that has built before", warm), saysTime: true },
    edited("figure", "one figure changed that sentences of all editions quote", FIGURE),
    edited("chart", "one figure changed that a chart of all editions shows", DRAWN_FIGURE),
    edited("korean", "one Korean sentence changed", KOREAN_SENTENCE),
    edited("style", "one style sheet changed", STYLE),
    { name: "no-op", about: "nothing changed", command: build, built: true },
    { name: "check", about: "whitepaper check", command: [main, "check", "--root", root], built: true },
  ];
}
