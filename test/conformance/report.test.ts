import { expect, test } from "vitest";
import { failureTable, readReport } from "./report.ts";

const report = (jobs: unknown[]): string => JSON.stringify({ report: { jobs } });

const RULE = { clause: "7.1", testNumber: 3, failedChecks: 12, description: "Content shall be tagged" };

test("tells which rules fail, in which file, how often", () => {
  const good = {
    itemDetails: { name: "a.pdf" },
    validationResult: [{ compliant: true, details: { ruleSummaries: [] } }],
  };
  const bad = {
    itemDetails: { name: "b.pdf" },
    validationResult: [{ compliant: false, details: { ruleSummaries: [RULE] } }],
  };
  const { files, failed } = readReport(report([good, bad]), "ua1");
  expect(files).toBe(2);
  expect(failureTable(failed)).toBe("b.pdf  ua1  7.1-3            12×  Content shall be tagged");
});

test("a file that could not be validated has failed", () => {
  const broken = { itemDetails: { name: "c.pdf" }, taskException: { exceptionMessage: "no PDF" } };
  expect(readReport(report([broken]), "3a").failed).toMatchObject([{ file: "c.pdf", description: "no PDF" }]);
});
