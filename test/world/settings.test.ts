import { expect, test } from "vitest";
import {
  browserSeconds,
  DATE_VARIABLE,
  DOWNLOAD_VARIABLE,
  dateSeconds,
  mayDownload,
  settingProblems,
  TIMEOUT_VARIABLE,
} from "../../src/world/settings.ts";

test.each(["abc", "0", "-5", "0.5", "86401", "1e3", "0x10", "12 s", "NaN", "Infinity", "300000"])(
  "a browser is not waited for “%s” seconds",
  (text) => {
    const variables = { [TIMEOUT_VARIABLE]: text };
    expect(settingProblems(variables)).toEqual([
      {
        severity: "error",
        code: "wrong-setting",
        message: `the environment variable WHITEPAPER_BROWSER_TIMEOUT: expected seconds from 1 to 86400, found “${text}”`,
        hints: [
          "WHITEPAPER_BROWSER_TIMEOUT=300 waits 300 seconds for each step of the browser; unset it to wait 120",
        ],
      },
    ]);
    expect(browserSeconds(variables)).toBeNull();
  },
);

test.each([
  ["1", 1],
  ["2.5", 2.5],
  [" 300 ", 300],
  ["86400", 86_400],
])("a browser may be waited for “%s” seconds", (text, seconds) => {
  const variables = { [TIMEOUT_VARIABLE]: text };
  expect(settingProblems(variables)).toEqual([]);
  expect(browserSeconds(variables)).toBe(seconds);
});

test.each(["yesterday", "-1", "1.5", "253402300800", "2021-12-31"])("“%s” is no day", (text) => {
  const variables = { [DATE_VARIABLE]: text };
  expect(settingProblems(variables).map(({ message }) => message)).toEqual([
    `the environment variable SOURCE_DATE_EPOCH: expected whole seconds since 1970, up to the year 9999, found “${text}”`,
  ]);
  expect(dateSeconds(variables)).toBeNull();
});

test("the last second of the year 9999 is one", () => {
  const variables = { [DATE_VARIABLE]: "253402300799" };
  expect(settingProblems(variables)).toEqual([]);
  expect(dateSeconds(variables)).toBe(253_402_300_799);
});

test.each(["yes", "true", "2"])("a download is not allowed by “%s”, and that is told", (text) => {
  const variables = { [DOWNLOAD_VARIABLE]: text };
  expect(settingProblems(variables).map(({ message }) => message)).toEqual([
    `the environment variable WHITEPAPER_DOWNLOAD_BROWSER: expected 1 or 0, found “${text}”`,
  ]);
  expect(mayDownload(variables)).toBe(false);
});

test("all that is wrong is told at once; long words are cut short", () => {
  const found = settingProblems({ [TIMEOUT_VARIABLE]: "x".repeat(5_000), [DATE_VARIABLE]: "x" });
  expect(found).toHaveLength(2);
  expect(found[0]?.message).toContain(`found “${"x".repeat(60)}…”`);
});

test("what is empty or not there is not set", () => {
  for (const variables of [{}, { [TIMEOUT_VARIABLE]: "", [DATE_VARIABLE]: " ", [DOWNLOAD_VARIABLE]: "" }]) {
    expect(settingProblems(variables)).toEqual([]);
    expect([browserSeconds(variables), dateSeconds(variables), mayDownload(variables)]).toEqual([
      null,
      null,
      false,
    ]);
  }
  expect(mayDownload({ [DOWNLOAD_VARIABLE]: "1" })).toBe(true);
});
