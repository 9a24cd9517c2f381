/** Reads the sandbox's modules again and again in one process: each reading has modules of its own. */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const STAND_IN = new URL("vitest.ts", import.meta.url).href;

let reading = 0;

/** From now on modules below `folder` belong to a reading; `vitest` is what stands in for it. */
export function watchModules(folder: string): void {
  const below = `${pathToFileURL(folder).href}/`;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === "vitest") return { url: STAND_IN, shortCircuit: true };
      const found = next(specifier, context);
      const own = found.url.startsWith(below) && !found.url.includes("/node_modules/");
      return own ? { ...found, url: `${found.url.replace(/\?.*/, "")}?reading=${reading}` } : found;
    },
  });
}

/** Begins another reading: what is imported from now on is evaluated again. */
export function readAgain(): void {
  reading += 1;
}
