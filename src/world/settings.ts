/** What the user sets by environment variables. Each is read here and nowhere else, so that none is passed over in silence. */
import { type Diagnostic, error } from "../model/diagnostic.ts";

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variable that says how many seconds one step of the browser may take. */
export const TIMEOUT_VARIABLE = "WHITEPAPER_BROWSER_TIMEOUT";

/** The variable that allows a download: nothing of ours reaches for the network unasked. */
export const DOWNLOAD_VARIABLE = "WHITEPAPER_DOWNLOAD_BROWSER";

/** The variable that says which day it is, in seconds since 1970 (reproducible-builds.org). */
export const DATE_VARIABLE = "SOURCE_DATE_EPOCH";

interface Setting {
  readonly expected: string;
  readonly hint: string;
  readonly isRight: (text: string) => boolean;
}

const DAY = 86_400;
/** The last second of the year 9999, the last that ISO 8601 writes with four digits. */
const LAST_SECOND = 253_402_300_799;

const SETTINGS: Readonly<Record<string, Setting>> = {
  [TIMEOUT_VARIABLE]: {
    expected: `seconds from 1 to ${DAY}`,
    hint: `${TIMEOUT_VARIABLE}=300 waits 300 seconds for each step of the browser; unset it to wait 120`,
    isRight: (text) => /^\d{1,5}(\.\d{1,3})?$/.test(text) && Number(text) >= 1 && Number(text) <= DAY,
  },
  [DOWNLOAD_VARIABLE]: {
    expected: "1 or 0",
    hint: `${DOWNLOAD_VARIABLE}=1 lets a browser be downloaded where none starts; unset it to download nothing`,
    isRight: (text) => text === "1" || text === "0",
  },
  [DATE_VARIABLE]: {
    expected: "whole seconds since 1970, up to the year 9999",
    hint: "`date -u -d 2021-12-31 +%s` shows those of a day; unset it to take the day from the report",
    isRight: (text) => /^\d{1,12}$/.test(text) && Number(text) <= LAST_SECOND,
  },
};

/** What is wrong with the settings. An empty variable counts as not set. */
export function settingProblems(variables: Variables): Diagnostic[] {
  return Object.entries(SETTINGS).flatMap(([name, { expected, hint, isRight }]) => {
    const text = setting(name, variables);
    if (text === null || isRight(text)) return [];
    const message = `the environment variable ${name}: expected ${expected}, found “${shortened(text)}”`;
    return [error({ code: "wrong-setting", message, hints: [hint] })];
  });
}

/** The text of a variable that is set; null where it is not, or is empty. */
function setting(name: string, variables: Variables): string | null {
  const text = variables[name]?.trim() ?? "";
  return text === "" ? null : text;
}

const LENGTH = 60;

function shortened(text: string): string {
  return text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text;
}

/** Seconds that the user wants to wait for one step of the browser; null where nothing usable is said. */
export function browserSeconds(variables: Variables): number | null {
  return numberIn(TIMEOUT_VARIABLE, variables);
}

/** Whether a browser may be downloaded. */
export function mayDownload(variables: Variables): boolean {
  return setting(DOWNLOAD_VARIABLE, variables) === "1";
}

/** Seconds since 1970 that the user wants it to be; null where nothing usable is said. */
export function dateSeconds(variables: Variables): number | null {
  return numberIn(DATE_VARIABLE, variables);
}

function numberIn(name: string, variables: Variables): number | null {
  const text = setting(name, variables);
  return text !== null && SETTINGS[name]?.isRight(text) ? Number(text) : null;
}
