import { expect, test } from "vitest";
import { refuseContainer } from "../../../src/workbook/read/container.ts";
import { workbook, zipOf } from "../../support/workbook.ts";

const MINIMAL = { "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" };
const sheet = (content: string) => ({
  ...MINIMAL,
  "xl/worksheets/sheet1.xml": `<worksheet>${content}</worksheet>`,
});
const refused = (bytes: Uint8Array) => refuseContainer("figures.xlsx", bytes)?.code ?? null;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

test("a workbook of ours is let pass", async () => {
  expect(refused(await workbook())).toBeNull();
  expect(refused(zipOf(MINIMAL))).toBeNull();
});

test.for<[string, string, () => Uint8Array]>([
  ["nothing", "empty-file", () => new Uint8Array()],
  ["text", "not-a-workbook", () => Buffer.from("branch,books\nHill,1\n")],
  ["another ZIP file", "not-a-workbook", () => zipOf({ "a.txt": "a" })],
  ["an .xls", "old-workbook", () => Buffer.from([...OLE, 1, 2, 3])],
  [
    "a workbook with a password",
    "encrypted-workbook",
    () => Buffer.concat([Buffer.from(OLE), Buffer.from("EncryptedPackage", "utf16le")]),
  ],
  ["a ZIP file with a password", "encrypted-workbook", () => zipOf(MINIMAL, { flags: 1 })],
  [
    "an .ods",
    "opendocument-workbook",
    () => zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
  ],
  ["an .xlsb", "binary-workbook", () => zipOf({ ...MINIMAL, "xl/workbook.bin": "x" })],
  ["macros", "macro-workbook", () => zipOf({ ...MINIMAL, "xl/vbaProject.bin": "x" })],
  ["old macros", "macro-workbook", () => zipOf({ ...MINIMAL, "xl/macrosheets/sheet1.xml": "<a/>" })],
  [
    "an .xlsm without its macros",
    "macro-workbook",
    () => zipOf({ ...MINIMAL, "[Content_Types].xml": "sheet.macroEnabled.main+xml" }),
  ],
  [
    "macros under another name",
    "macro-workbook",
    () =>
      zipOf({ ...MINIMAL, "[Content_Types].xml": "application/vnd.ms-office.vbaProject", "xl/a.bin": "x" }),
  ],
  [
    "entities in UTF-16",
    "unsafe-workbook",
    () => zipOf({ ...MINIMAL, "xl/a.xml": Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]>', "utf16le") }),
  ],
  ["millions of empty rows", "workbook-too-large", () => zipOf(sheet("<row/>".repeat(2_000_001)))],
  [
    "millions of styles",
    "workbook-too-large",
    () => zipOf({ ...MINIMAL, "xl/styles.xml": `<styleSheet>${"<xf/>".repeat(2_000_000)}</styleSheet>` }),
  ],
  [
    "merged cells without end",
    "workbook-too-large",
    () => zipOf(sheet(`<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(20_001)}</mergeCells>`)),
  ],
  ["entities", "unsafe-workbook", () => zipOf(sheet('<!DOCTYPE a [<!ENTITY b "c">]>'))],
  ["ten million rows", "workbook-too-large", () => zipOf(sheet("<row><c><v>1</v></c></row>".repeat(20_001)))],
  [
    "a value far down",
    "workbook-too-large",
    () => zipOf(sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
  ],
  [
    "a value far to the right",
    "workbook-too-large",
    () => zipOf(sheet('<row r="1"><c r="XFD1" t="n"><v>1</v></c></row>')),
  ],
  ["a claim of much", "workbook-too-large", () => zipOf(MINIMAL, { claim: 0x7fffffff })],
  [
    "more than it claims",
    "broken-workbook",
    () => zipOf({ ...MINIMAL, "xl/media/a": Buffer.alloc(100 * 1024 * 1024) }, { claim: 1 }),
  ],
])("%s: %s", ([, code, bytes]) => {
  expect(refused(bytes())).toBe(code);
});

test("a file that is cut short or changed is told from a good one, wherever it happened", async () => {
  const whole = await workbook();
  for (let length = 4; length < whole.length; length += 997)
    expect([length, refused(whole.subarray(0, length))]).toEqual([length, "broken-workbook"]);
  const changed = Buffer.from(whole);
  for (let at = 600; at < 700; at++) changed[at] = (changed[at] ?? 0) ^ 0x5a;
  expect(refused(changed)).toBe("broken-workbook");
});

test("a part with another checksum than its own is damaged", () => {
  expect(refused(zipOf(MINIMAL, { sum: 1 }))).toBe("broken-workbook");
});

test("empty cells that are only styled may stand anywhere", () => {
  expect(refused(zipOf(sheet('<row r="1048576"><c r="XFD1048576" s="1"/></row>')))).toBeNull();
});

test.for(["<c ", "<row ", '<c r="A1"', "<x:c r="])(
  "%s a million times, never closed, keeps nobody waiting",
  {
    timeout: 20_000,
  },
  (piece) => {
    expect(["workbook-too-large", null]).toContain(refused(zipOf(sheet(piece.repeat(1_000_000)))));
  },
);
