import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile, Sources } from "../model/source-file.ts";
import { readJson } from "./readers/json.ts";
import { readYaml } from "./readers/yaml.ts";
import { readTemplates } from "./templates.ts";

/** What can be said of a report whose `report.yaml` cannot be used: which of its other files cannot be read either. */
export function syntaxProblems(sources: Sources): Diagnostic[] {
  const diagnostics: Diagnostic[] = [...sources.diagnostics];
  for (const file of sources.files.values()) {
    const read = READERS[file.path.replace(/^.*\./, "")];
    if (read && !file.path.endsWith("/report.yaml")) read(file, diagnostics);
  }
  readTemplates(sources, diagnostics);
  return diagnostics.slice(sources.diagnostics.length);
}

const READERS: Readonly<Record<string, (file: SourceFile, diagnostics: Diagnostic[]) => unknown>> = {
  json: readJson,
  yaml: readYaml,
};
