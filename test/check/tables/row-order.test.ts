import { expect, test } from "vitest";
import { problems } from "../../support/report.ts";

const header = "branch,books,films";
const [harbour, hill, park, mill, all] = [
  "Harbour,120400,3100",
  "Hill,80250,2050",
  "Park,45125,",
  "Mill,9000,410",
  "All,254775,",
];

const told = async (...rows: (string | undefined)[]) => {
  const found = await problems({ "data/2030/tables/loans.csv": `${[header, ...rows].join("\n")}\n` });
  return found.map(({ code, line, message }) => `${line} ${code}: ${message}`);
};

const misplaced = (line: number, row: string, before: string) =>
  `${line} row-order: the row “${row}” does not stand in the order of branch in report.yaml: it belongs before “${before}”`;

test("rows in the order of the dimension are right, also when some are missing", async () => {
  expect(await told(harbour, hill, park, mill, all)).toEqual([]);
  const codes = await told(harbour, mill, all);
  expect(codes.filter((line) => line.includes("row-order"))).toEqual([]);
});

test("a row that was moved down, moved up, or whose name was swapped", async () => {
  expect(await told(hill, park, mill, all, harbour)).toContain(misplaced(6, "harbour", "hill"));
  expect(await told(harbour, mill, hill, park, all)).toContain(misplaced(4, "hill", "mill"));
  expect(await told(harbour, "Park,80250,2050", "Hill,45125,", mill, all)).toContain(
    misplaced(4, "hill", "park"),
  );
});

test("years rise or fall, and do not turn", async () => {
  const yearly = async (...years: number[]) => {
    const report = await problems({
      "data/2030/tables/loans.csv": `branch,books,films\n${years.map((year) => `${year},1,1`).join("\n")}\n`,
      "data/2030/report.yaml": REPORT,
    });
    return report.filter(({ code }) => code === "row-order").map(({ message }) => message);
  };
  expect(await yearly(2018, 2019, 2020)).toEqual([]);
  expect(await yearly(2020, 2019, 2018)).toEqual([]);
  expect(await yearly(2018, 2020, 2019)).toEqual([
    "the row “2019” does not stand in order: it belongs before “2020”",
  ]);
});

/** A report whose one table has a free key. */
const REPORT = `year: 2030
date: 2031-03-01
languages:
  en: { state: draft }
chapters: [preface]
sources:
  survey: { title: Survey (made up) }
units:
  loan: { kind: count }
tables:
  loans:
    key: { column: branch }
    source: survey
    columns:
      books: { unit: loan }
      films: { unit: loan }
`;
