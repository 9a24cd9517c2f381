import { hashOf } from "../../model/hash.ts";
import { once } from "./once.ts";
import { type Outlined, outlinedDocument } from "./outline.ts";
import { readNodes } from "./yaml-nodes.ts";
import { outlineYaml } from "./yaml-outline.ts";

/**
 * Reads YAML 1.2. Numbers stay text, as written: `28.40` keeps its two places and no digit is lost to floating point; schemas turn them into
 * numbers where that is meant. A quick parser reads what is in order; whatever it has doubts about is for the one that tells what is wrong, which
 * takes four times as long. What was in order is remembered by its text, for those who hand in a memo: of a file that every build finds changed, that
 * would be in vain.
 */
export const readYaml = once((file, diagnostics, memo) => {
  const outlined = memo.once<Outlined | null>(
    "yaml",
    () => hashOf(file.text),
    () => outlineYaml(file.text),
    (made) => made !== null,
  );
  return outlined
    ? outlinedDocument(file, outlined, () => readNodes(file, []))
    : readNodes(file, diagnostics);
});
