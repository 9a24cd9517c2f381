import { mkdirSync, rmSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { removeAbandoned, temporaryName } from "../abandoned.ts";

/** What one run of the browser keeps on disk. */
export interface SessionFolder {
  readonly path: string;
  /** Folder for the browser's profile. */
  readonly profile: string;
  /** Value for `FONTCONFIG_FILE`. */
  readonly fontConfiguration: string;
  /** Deletes everything. Never throws. */
  remove(): Promise<void>;
}

/**
 * A TrueType font of our own making without any character, only the box for missing ones. Chromium refuses every web font when
 * fontconfig knows no font at all; with this one it accepts them and still has nothing to fall back to.
 */
const BLANK_FONT =
  "AAEAAAAKAIAAAwAgT1MvMkTfQ5AAAAEoAAAAYGNtYXAADABGAAABjAAAACxnbHlmRy6xegAAAbwAAAAoaGVhZGEKQ5wAAACsAAAANmhoZWEFFgFg" +
  "AAAA5AAAACRobXR4AfQAMgAAAYgAAAAEbG9jYQAAABQAAAG4AAAABG1heHAABAAKAAABCAAAACBuYW1lAsISqQAAAeQAAABOcG9zdAADAAAAAAI0" +
  "AAAAIAABAAAAAQAAt6oCnV8PPPUAAwPoAAAAAAAAAAAAAAAAAAAAAAAyAAABwgK8AAAAAwACAAAAAAAAAAEAAAMg/zgAAAH0ADIAMgHCAAEAAAAA" +
  "AAAAAAAAAAAAAAABAAEAAAABAAgAAgAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAwH0AZAABQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
  "AAAAAAAAAAAAAAAAAAAAAAAAPz8/PwAAAAAAAAMg/zgAAAMgAMgAAAAAAAAAAAAAAAAAAAAgAAAB9AAyAAAAAgAAAAMAAAAUAAMAAQAAABQABAAY" +
  "AAAAAgACAAAAAP//AAD//wABAAAAAAAUAAIAMgAAAcICvAADAAcAADMRIRElIREhMgGQ/qIBLP7UArz9RDICWAAAAAQANgADAAEECQABAAoAAAAD" +
  "AAEECQACAA4ACgADAAEECQAEAAoAAAADAAEECQAGAAoAAABCAGwAYQBuAGsAUgBlAGcAdQBsAGEAcgAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
  "AAAAAAAAAAAA";

const PREFIX = "whitepaper-browser-";

/** A name for a folder of this process, which a later one takes away if this one is killed. */
export function sessionName(): string {
  return temporaryName(PREFIX);
}

/** Takes a session's folder away while the process exits; the browser's last processes may still write. */
export function removeSessionNow(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Takes away the folders of processes that were killed, also where no browser is started. Never throws. */
export function removeAbandonedSessions(temp: string): Promise<void> {
  return removeAbandoned(temp, PREFIX);
}

/**
 * Makes a folder for one run of the browser in the given folder for temporary files, and takes away those of processes that were killed.
 */
export async function openSessionFolder(temp: string): Promise<SessionFolder> {
  await removeAbandonedSessions(temp);
  const path = join(temp, sessionName());
  // When the process is made to exit, no promise of ours is waited for.
  const removeNow = () => removeSessionNow(path);
  process.once("exit", removeNow);
  // At once, so that an exit never comes between the folder and the promise of it.
  mkdirSync(path, { mode: 0o700 });
  const [profile, fonts] = [join(path, "profile"), join(path, "fonts")];
  await Promise.all([mkdir(profile), mkdir(fonts)]);
  const fontConfiguration = join(path, "fonts.conf");
  await writeFile(join(fonts, "blank.ttf"), Buffer.from(BLANK_FONT, "base64"));
  await writeFile(fontConfiguration, fontConfigurationText(fonts, join(path, "font-cache")));
  return {
    path,
    profile,
    fontConfiguration,
    async remove() {
      process.off("exit", removeNow);
      // The browser's last processes may still write when the first has ended.
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);
    },
  };
}

/** No system font may ever replace one of ours: the same input must give the same bytes on every machine. */
function fontConfigurationText(fonts: string, cache: string): string {
  const text = (path: string) => path.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${text(fonts)}</dir>
  <cachedir>${text(cache)}</cachedir>
</fontconfig>
`;
}
