import { expect, test } from "vitest";
import { createCache } from "../../../src/pipeline/cache/store.ts";
import { buildData } from "../../../src/pipeline/data/build-data.ts";
import { silentProgress } from "../../../src/world/terminal.ts";
import { type MemoryOutput, memoryOutput } from "../../support/build.ts";
import { type Changes, edited as changedFile, ENGINE, libraries, YEAR } from "../../support/report.ts";
import { edited } from "../../support/workbook.ts";

interface DataTest {
  readonly output?: MemoryOutput;
  readonly changes?: Changes;
  readonly draft?: boolean;
}

/** Makes the made-up report's open data in memory; gives what was said, and what the log remarked. */
async function make({ output = memoryOutput(), changes = {}, draft = false }: DataTest = {}) {
  const remarks: string[] = [];
  const result = await buildData(
    { year: YEAR, draft },
    {
      content: libraries(changes),
      engine: ENGINE,
      output,
      cache: createCache(output),
      tools: async () => "test",
      progress: {
        ...silentProgress,
        end: (stage, _, language, remark) =>
          remarks.push([stage, language, remark].filter(Boolean).join(" ")),
      },
      now: () => 0,
    },
  );
  return { ...result, output, remarks };
}

const delivered = ({ files }: MemoryOutput) => [...files].filter(([path]) => !path.startsWith(".cache/"));
const DATA = "2030/data/";
const WORKBOOK = `${DATA}white-paper-2030.en.xlsx`;

test("a package of CSVs, code lists and a workbook in each language, the same bytes each time", async () => {
  const [a, b] = [await make(), await make()];
  expect(a.files.map(({ path }) => path.replace(DATA, ""))).toEqual([
    "loans.csv",
    "visits.csv",
    "indicators.csv",
    "codes/units.csv",
    "codes/sources.csv",
    "codes/status.csv",
    "codes/branch.csv",
    "white-paper-2030.en.xlsx",
    "white-paper-2030.zh-CN.xlsx",
    "white-paper-2030.ja.xlsx",
    "white-paper-2030.ko.xlsx",
    "datapackage.json",
  ]);
  const bytes = ({ output }: typeof a) =>
    delivered(output).map(([path, file]) => [path, Buffer.from(file).toString("base64")]);
  expect(bytes(b)).toEqual(bytes(a));
});

test("nothing changed: nothing is made; a file that is gone is made again", async () => {
  const { output } = await make();
  const again = await make({ output });
  expect(again.remarks).toEqual(["gather", "deliver data, fresh: nothing has changed"]);
  expect(again.files).toHaveLength(12);
  output.files.delete(`${DATA}loans.csv`);
  const mended = await make({ output });
  expect(mended.remarks).toContain("compose");
  expect(output.files.has(`${DATA}loans.csv`)).toBe(true);
});

test("content with errors touches nothing", async () => {
  const { output } = await make();
  const before = new Map(delivered(output));
  const { files, diagnostics } = await make({
    output,
    changes: await changedFile("data/2030/tables/loans.csv", "80250", "many"),
  });
  expect([files, diagnostics.some(({ severity }) => severity === "error")]).toEqual([[], true]);
  expect(new Map(delivered(output))).toEqual(before);
});

test("a draft never takes the place of data that are released", async () => {
  const { output } = await make();
  const before = output.files.get(WORKBOOK);
  const { files } = await make({ output, draft: true });
  expect(files.every(({ path }) => path.startsWith("2030/data-draft/"))).toBe(true);
  expect(output.files.get(WORKBOOK)).toBe(before);
  const description = new TextDecoder().decode(output.files.get("2030/data-draft/datapackage.json"));
  expect(JSON.parse(description)).toMatchObject({ version: "2030.0.0-draft" });
});

test("a workbook that was edited where it was delivered is kept, and the editor is told", async () => {
  const { output } = await make();
  const mine = await edited(output.files.get(WORKBOOK) ?? new Uint8Array(), ({ set }) =>
    set("loans", "hill", "books", 80_251),
  );
  output.files.set(WORKBOOK, mine);
  const { diagnostics } = await make({ output });
  expect(diagnostics.map(({ code }) => code)).toContain("edited-workbook");
  expect(output.files.get(`${DATA}white-paper-2030.en.edited.xlsx`)).toBe(mine);
  expect(output.files.get(WORKBOOK)).not.toBe(mine);
});

test("a table that the report no longer has is taken away; what is not ours stays", async () => {
  const { output } = await make();
  output.files.set(`${DATA}gone.csv`, new Uint8Array(1));
  output.files.set(`${DATA}mine.csv`, new Uint8Array(1));
  const path = `${DATA}datapackage.json`;
  const description = JSON.parse(new TextDecoder().decode(output.files.get(path))) as { resources: object[] };
  description.resources.push({ path: "gone.csv" }, { path: "../../manifest.json" });
  output.files.set("manifest.json", new Uint8Array(1));
  output.files.set(path, new TextEncoder().encode(JSON.stringify(description)));
  await make({ output });
  expect(
    [`${DATA}gone.csv`, `${DATA}mine.csv`, "manifest.json"].map((file) => output.files.has(file)),
  ).toEqual([false, true, true]);
});
