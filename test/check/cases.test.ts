import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { type ContentFolder, gather } from "../../src/gather/gather.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import type { CheckResult } from "../../src/model/identity.ts";
import { folderOnDisk } from "../../src/world/files.ts";
import { diagnosticText } from "../../src/world/terminal.ts";

const ROOT = join(import.meta.dirname, "../..");
const CASES = join(ROOT, "test/cases");
const BASE = folderOnDisk(join(CASES, "identities-base"));

const folders = readdirSync(CASES)
  .filter((name) => name.startsWith("identities-") && name !== "identities-base")
  .flatMap((name) => readdirSync(join(CASES, name)).map((which) => join(name, which)));

/** One folder laid over another: its own files hide those below. */
function over(upper: ContentFolder, lower: ContentFolder): ContentFolder {
  return {
    list: async (subfolder) => [
      ...new Set([...(await lower.list(subfolder)), ...(await upper.list(subfolder))]),
    ],
    read: (path) => upper.read(path).catch(() => lower.read(path)),
  };
}

function resultText({ outcome, id, finding }: CheckResult): string {
  return `${outcome}: ${id}: ${finding}`;
}

test.each(folders)("%s is told as expected", async (folder) => {
  const content = over(folderOnDisk(join(CASES, folder)), BASE);
  const { report, diagnostics } = check(await gather({ year: 2030, content, engine: folderOnDisk(ROOT) }));
  expect(hasErrors(diagnostics)).toBe(folder.endsWith("bad"));
  const lines = [
    ...(report?.checks.map(resultText) ?? ["no report"]),
    "",
    ...diagnostics.map((diagnostic) => diagnosticText(diagnostic, false)),
  ];
  await expect(`${lines.join("\n").trimEnd()}\n`).toMatchFileSnapshot(join(CASES, folder, "expected.txt"));
});
