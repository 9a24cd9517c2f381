import { expect, test } from "vitest";
import type { Composition } from "../../src/model/composition.ts";
import { pageMark } from "../../src/model/page-mark.ts";
import type { Report } from "../../src/model/report.ts";
import { asPrinted } from "../../src/pipeline/as-printed.ts";

const text = `Table 1, page ${pageMark("table-loans")}`;
const block = { role: "paragraph", key: "a.p1", id: null, language: "en", number: "", figures: [] } as const;
const composition = {
  references: new Map([["see-1", { target: "table-loans", text }]]),
  blocks: [{ ...block, text: `See ${text}.` }],
} as unknown as Composition;
const report = { locales: new Map([["en", { names: ["Plan 9"] }]]) } as unknown as Report;

test("the page numbers stand in the texts, and what is printed of a reference is a name with digits", () => {
  const printed = asPrinted({ report, composition }, "en", new Map([["table-loans", "14"]]));
  expect(printed.composition.blocks.map((shown) => shown.text)).toEqual(["See Table 1, page 14."]);
  expect(printed.report.locales.get("en")?.names).toEqual(["Plan 9", "Table 1, page 14"]);
  expect(report.locales.get("en")?.names).toEqual(["Plan 9"]);
});
