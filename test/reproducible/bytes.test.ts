import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openFile } from "../../src/pdf/objects/file.ts";
import { serialize } from "../../src/pdf/objects/serialize.ts";
import { decodeStreamText } from "../../src/pdf/objects/streams.ts";
import { isStream, type Value } from "../../src/pdf/objects/values.ts";
import { LIBRARIES, YEAR } from "../support/report.ts";

/** Whole builds, each in a process of its own. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ROOT = join(import.meta.dirname, "../..");
const work = mkdtempSync(join(tmpdir(), "whitepaper-bytes-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Under which conditions to build. */
interface Conditions {
  /** Folder of the content, and of the results; both are made. */
  readonly root: string;
  readonly out: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
}

/** The browser is unpacked once for all tests; all else of the surroundings may differ. */
const PLAIN = {
  PATH: process.env.PATH ?? "",
  HOME: homedir(),
  XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
};

/** Builds the tiny report as a user would, in a process of its own. */
async function built({ root, out, cwd = ROOT, env = {}, options = [] }: Conditions): Promise<string> {
  const folder = join(work, out);
  cpSync(LIBRARIES, join(work, root), { recursive: true });
  const words = ["build", "--year", `${YEAR}`, "--root", join(work, root), "--out", folder, ...options];
  const child = spawn(process.execPath, [join(ROOT, "src/cli/main.ts"), ...words], {
    cwd,
    env: { ...PLAIN, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let talk = "";
  child.stderr.on("data", (chunk) => {
    talk += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(talk);
  return join(folder, `${YEAR}`);
}

/** Hashes of the PDFs in a folder, by name. */
function hashes(folder: string): Record<string, string> {
  const names = globSync("*.pdf", { cwd: folder }).sort();
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let first: string;

beforeAll(async () => {
  first = await built({ root: "content", out: "output" });
});

test("the manifest lists the hashes of all PDFs, and the versions of what made them", () => {
  const manifest = JSON.parse(readFileSync(join(first, "manifest.json"), "utf8"));
  const listed = manifest.editions.map(({ file, sha256 }: Record<string, string>) => [file, sha256]);
  expect(Object.fromEntries(listed)).toEqual(hashes(first));
  expect(listed).toHaveLength(4);
  expect(manifest.madeWith).toMatchObject({
    node: expect.stringMatching(/^v\d/),
    icu: expect.stringMatching(/^\d/),
    engine: expect.stringMatching(/^\d/),
    browser: expect.stringMatching(/^Chromium \d/),
    "@expo-google-fonts/noto-serif-kr": expect.stringMatching(/^\d/),
  });
});

test("another folder, working folder, time zone and locale of the machine, and folder for temporary files", async () => {
  const temporary = join(work, "temp 临时");
  mkdirSync(temporary);
  const again = await built({
    root: "content of 2030 报告",
    out: "another/output",
    cwd: "/",
    env: { TZ: "Pacific/Kiritimati", LANG: "ja_JP.UTF-8", LC_ALL: "ar_EG.UTF-8", TMPDIR: temporary },
  });
  expect(hashes(again)).toEqual(hashes(first));
});

test("other fonts on the machine, preferred to all others by its settings", async () => {
  const home = join(work, "home");
  mkdirSync(join(home, ".fonts"), { recursive: true });
  const fonts = globSync("node_modules/@expo-google-fonts/{noto-sans-jp,source-serif-4}/{400,700}*/*.ttf", {
    cwd: ROOT,
  });
  expect(fonts.length).toBeGreaterThan(2);
  for (const [index, font] of fonts.entries()) cpSync(join(ROOT, font), join(home, `.fonts/${index}.ttf`));
  const settings = join(home, "fonts.conf");
  const prefer = ["Source Serif 4", "Noto Serif SC", "serif", "sans-serif"].map(
    (family) =>
      `<match><test name="family"><string>${family}</string></test>` +
      '<edit name="family" mode="assign" binding="strong"><string>Noto Sans JP</string></edit></match>',
  );
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/.fonts</dir>${prefer.join("")}</fontconfig>`,
  );
  const env = { HOME: home, FONTCONFIG_FILE: settings, FONTCONFIG_PATH: home, XDG_CONFIG_HOME: home };
  const again = await built({ root: "fonts", out: "fonts-output", env });
  expect(hashes(again)).toEqual(hashes(first));
});

test("page numbers of the last build: right, wrong and absent", async () => {
  const conditions = { root: "content", out: "output", options: ["--force"] };
  const before = hashes(first);
  expect(hashes(await built(conditions))).toEqual(before);
  const path = join(first, "manifest.json");
  const manifest = readFileSync(path, "utf8");
  writeFileSync(path, manifest.replaceAll(/("(?:chart|table|lending)[\w-]*": )"\d+"/g, '$1"123"'));
  expect(readFileSync(path, "utf8")).toContain('"123"');
  expect(hashes(await built(conditions))).toEqual(before);
  expect(readFileSync(path, "utf8")).toBe(manifest);
});

test("SOURCE_DATE_EPOCH is the date of the file’s information, and changes nothing else", async () => {
  const env = { SOURCE_DATE_EPOCH: "1924992000" };
  const other = await built({ root: "content", out: "epoch", env });
  const names = Object.keys(hashes(first));
  expect(Object.keys(hashes(other))).toEqual(names);
  for (const name of names) {
    const [before, after] = [first, other].map((folder) => objectsOf(readFileSync(join(folder, name))));
    expect(after?.dates).toEqual(["2031-01-01"]);
    expect(before?.dates).toEqual(["2031-03-01"]);
    expect(after?.objects).toEqual(before?.objects);
  }
});

interface Objects {
  /** Days that the file names as dates of itself or of its attachments, once each. */
  readonly dates: readonly string[];
  /** All objects as text, without those days and the file's fingerprint. */
  readonly objects: readonly string[];
}

/** `D:20310301000000Z` and, in XMP, `2031-03-01T00:00:00Z`. */
const DATE = /D:(\d{4})(\d\d)(\d\d)\d{6}Z|(?<=Date>)(\d{4})-(\d\d)-(\d\d)T[\d:]+Z/g;

/** What a PDF is made of, whatever the way in which it is packed. */
function objectsOf(pdf: Uint8Array): Objects {
  const file = openFile(pdf);
  const dates = new Set<string>();
  const objects = Array.from({ length: Number(file.trailer.get("Size")) }, (_, id) =>
    textOf(file.get(id)).replace(DATE, (_date, ...parts: (string | undefined)[]) => {
      dates.add(parts.slice(0, 6).filter(Boolean).join("-"));
      return "DATE";
    }),
  );
  return { dates: [...dates], objects };
}

function textOf(value: Value): string {
  const text = serialize(value, ({ id }) => id);
  if (!isStream(value)) return text;
  // Object streams and cross-reference streams only pack the other objects.
  if (/^\/(?:ObjStm|XRef)$/.test(String(value.dict.get("Type")))) return "";
  return text + decodeStreamText(value);
}
