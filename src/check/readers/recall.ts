import { hashOf } from "../../model/hash.ts";
import { type Memo, NO_MEMO } from "../../model/memo.ts";
import type { Sources } from "../../model/source-file.ts";
import type { Outlined } from "./outline.ts";
import { isReadable } from "./readable.ts";
import { outlinedYaml, outlineYaml, readYaml } from "./yaml.ts";

/**
 * Spares the YAML files of a report that were read before their parsing: what they say, and where each part of it begins, is remembered by their
 * text. It took a third of the check; JSON, of which there is more, is parsed nearly as fast as it is remembered.
 */
export function recallYaml({ files }: Sources, memo: Memo): void {
  if (memo === NO_MEMO) return;
  for (const file of files.values()) {
    if (!file.path.endsWith(".yaml") || !isReadable(file, [])) continue;
    const outlined = memo.once<Outlined | null>(
      "yaml",
      () => hashOf(file.text),
      () => outlineYaml(file),
      (made) => made !== null,
    );
    if (outlined) readYaml.presume(file, outlinedYaml(file, outlined));
  }
}
