import { expect, test } from "vitest";
import { runConfirm } from "../../src/commands/confirm.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Language } from "../../src/model/language.ts";
import { confirmationStamp } from "../../src/model/translation-state.ts";
import { sample } from "../check/lint/sample.ts";

const english = { title: "Trademarks", p1: "All of {{trademarks.applications, count}}.", p2: "The end." };
const korean = { title: "상표", p1: "전체 {{trademarks.applications, count}}건.", p2: "끝 (PCT)." };
const stampsFile = "locales/ko/2021/translated-from.json";

async function confirm(
  keys: readonly string[] | null,
  {
    ko = korean,
    files = {},
    language = "ko" as Language,
  }: { ko?: object; files?: Record<string, string>; language?: Language } = {},
) {
  const written = new Map<string, string>();
  const shown: Diagnostic[] = [];
  const all = sample({ texts: { en: english, ko: ko as Record<string, string> }, files }).files;
  const folder = {
    list: async (subfolder: string) => [...all.keys()].filter((path) => path.startsWith(`${subfolder}/`)),
    read: async (path: string) => new TextEncoder().encode(all.get(path)?.text ?? ""),
  };
  const { lines, exitCode } = await runConfirm(
    { year: 2021, language, keys },
    {
      content: folder,
      engine: { list: async () => [], read: folder.read },
      write: async (path, bytes) => void written.set(path, new TextDecoder().decode(bytes)),
      report: (diagnostics) => shown.push(...diagnostics),
    },
  );
  return { lines, exitCode, written, shown: shown.map(({ code }) => code) };
}

test("stamps every text that nothing is wrong with, and says what is wrong with the others", async () => {
  const { lines, exitCode, written, shown } = await confirm(null);
  expect(JSON.parse(written.get(stampsFile) ?? "")).toEqual({
    "notes.title": confirmationStamp(english.title, korean.title),
    "notes.p1": confirmationStamp(english.p1, korean.p1),
  });
  expect(lines).toEqual(["ko: 2 texts confirmed", "1 not confirmed, see above: notes.p2"]);
  expect(shown).toEqual(["bracket-space"]);
  expect(exitCode).toBe(1);
});

test("stamps only the named text; earlier stamps stay, those of texts that are gone do not", async () => {
  const earlier = { "notes.title": "000000000000", "notes.old": "111111111111" };
  const { lines, exitCode, written } = await confirm(["notes.p1"], {
    files: { [stampsFile]: JSON.stringify(earlier) },
  });
  expect(written.get(stampsFile)).toBe(
    `{\n  "notes.title": "000000000000",\n  "notes.p1": "${confirmationStamp(english.p1, korean.p1)}"\n}\n`,
  );
  expect(lines).toEqual(["ko: 1 texts confirmed"]);
  expect(exitCode).toBe(0);
});

test("a text that is not translated cannot be confirmed", async () => {
  const { lines, exitCode } = await confirm(["notes.p2"], { ko: { title: "상표" } });
  expect(lines).toEqual(["ko: 0 texts confirmed", "1 not translated: notes.p2"]);
  expect(exitCode).toBe(1);
});

test("nothing is written for a key or language that is not there", async () => {
  const misspelt = await confirm(["notes.p11"]);
  expect(misspelt.lines).toEqual(["there is no text “notes.p11”; did you mean “notes.p1”?"]);
  const source = await confirm(null, { language: "en" });
  expect(source.lines).toEqual(["English is the source: there is nothing to confirm"]);
  expect([misspelt.exitCode, source.exitCode, misspelt.written.size + source.written.size]).toEqual([
    1, 1, 0,
  ]);
});
