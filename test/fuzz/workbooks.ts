import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gather } from "../../src/gather/gather.ts";
import { hasErrors } from "../../src/model/diagnostic.ts";
import { planImport } from "../../src/pipeline/import/plan-import.ts";
import { verifyImport } from "../../src/pipeline/import/verify-import.ts";
import { refuseContainer } from "../../src/workbook/read/container.ts";
import { readWorkbook } from "../../src/workbook/read/read-workbook.ts";
import { unpacked, zipDirectory } from "../../src/workbook/read/zip.ts";
import { writeWorkbook } from "../../src/workbook/write-workbook.ts";
import type { Random } from "../faults/random.ts";
import { ENGINE, LIBRARIES, libraries, YEAR } from "../support/report.ts";
import { workbookRequest, zipOf } from "../support/workbook.ts";
import { judgeDiagnostics } from "./judge.ts";
import { mutated, mutatedBytes } from "./mutate.ts";
import { changedSheet, madeSheet } from "./sheets.ts";
import type { Target } from "./target.ts";

const SAVED_ELSEWHERE = join(import.meta.dirname, "../commands/fixtures/edited-in-libreoffice.xlsx");
const FILE = "figures.xlsx";

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** The reader of workbooks, from the bytes of a file to what would be written. */
export async function workbookTargets(): Promise<Target[]> {
  const request = await workbookRequest();
  const sources = await gather({ year: YEAR, content: libraries(), engine: ENGINE });
  const files = [await writeWorkbook(request, "en"), readFileSync(SAVED_ELSEWHERE)];
  const taken = files.map(partsOf);
  const [ours = {}] = taken;
  const textOf = (path: string) => readFileSync(join(LIBRARIES, path), "utf8");
  return [
    {
      name: "workbook",
      share: 6_000,
      next: (random) => {
        const kind = random.below(10);
        if (kind < 2) return mutatedBytes(random.pick(files) ?? new Uint8Array(), random);
        if (kind < 4) return zipOf(changedPart(random.pick(taken) ?? ours, random));
        if (kind < 5) return changedContainer(random.pick(taken) ?? ours, random);
        return zipOf(changedSheets(kind < 8 ? (random.pick(taken) ?? ours) : ours, random, kind < 8));
      },
      read: async (input) => {
        const bytes = Buffer.from(input);
        const refused = refuseContainer(FILE, bytes);
        if (refused) return judgeDiagnostics([refused]);
        const workbook = await readWorkbook(bytes);
        if (!workbook) return;
        const { report } = request;
        const {
          changes,
          files: written,
          diagnostics,
        } = planImport({ file: FILE, workbook, report, sources, textOf });
        judgeDiagnostics(diagnostics);
        if (!hasErrors(diagnostics) && changes.length > 0) verifyImport(sources, changes, written);
      },
    },
  ];
}

function partsOf(bytes: Uint8Array): Parts {
  const whole = new Uint8Array(bytes);
  return Object.fromEntries(
    zipDirectory(whole).map((entry) => [entry.name, Buffer.from(unpacked(whole, entry)).toString()]),
  );
}

const sheetNamesOf = (parts: Parts) =>
  Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));

/** Some part, text with changes anywhere in it. */
function changedPart(parts: Parts, random: Random): Parts {
  const name = random.pick(Object.keys(parts)) ?? "";
  return { ...parts, [name]: mutated(String(parts[name]), random) };
}

/** Parts missing, called otherwise, doubled under another name, huge, or with a size, a checksum or a flag that is not theirs. */
function changedContainer(parts: Parts, random: Random): Uint8Array {
  const name = random.pick(Object.keys(parts)) ?? "";
  const { [name]: part = "", ...others } = parts;
  const odd = [
    "../../etc/passwd",
    "/abs",
    "xl//workbook.xml",
    "xl\\workbook.xml",
    "a".repeat(60_000),
    "",
    "xl/worksheets/sheet9.xml",
  ];
  switch (random.below(6)) {
    case 0:
      return zipOf(others);
    case 1:
      return zipOf({ ...others, [random.pick(odd) ?? ""]: part });
    case 2:
      return zipOf({ ...parts, [random.pick(odd) ?? ""]: part });
    case 3:
      return zipOf({ ...parts, [name]: Buffer.alloc(1 + random.below(6_000_000), random.below(256)) });
    case 4:
      return zipOf(parts, { claim: random.below(2) === 0 ? random.below(2 ** 31) : 0 });
    default:
      return random.below(2) === 0
        ? zipOf(parts, { sum: random.below(2 ** 31) })
        : zipOf(parts, { flags: random.below(0x10000) });
  }
}

/** Sheets with changes that mean something to a spreadsheet, or made anew with anything in their cells. */
function changedSheets(parts: Parts, random: Random, changed: boolean): Parts {
  const names = sheetNamesOf(parts);
  // The second is the one whose codes a made sheet has.
  const name = (!changed && random.below(4) > 0 ? names[1] : random.pick(names)) ?? "";
  const sheet = changed ? changedSheet(String(parts[name]), random) : madeSheet(random);
  return { ...parts, [name]: sheet };
}
