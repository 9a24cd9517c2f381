import { filesUnder, type Sources } from "./source-file.ts";

/**
 * First parts of the keys that are labels: the names of the files that stand beside the year's folder in a locale
 * (`locales/<lang>/labels.json` → `labels`). Labels take variables; prose, one folder deeper, takes figures.
 */
export function labelFiles(sources: Sources): ReadonlySet<string> {
  const names = filesUnder(sources, "locales", ".json")
    .map(({ path }) => path.split("/"))
    .filter((parts) => parts.length === 3)
    .map(([, , name = ""]) => name.replace(/\.json$/, ""));
  return new Set(names);
}
