import type { Place } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source-file.ts";
import { lineIndex } from "./lines.ts";
import type { Document } from "./parsed-file.ts";
import { type Path, pathText } from "./path.ts";

/** Where the parts of a value begin, as offsets: of a text or a number only its own. */
export type Outline = number | MappingOutline | ListOutline;

/** A mapping: where it begins, and its entries by key. */
export interface MappingOutline {
  readonly at: number;
  readonly entries: Readonly<Record<string, EntryOutline>>;
}

/** An entry of a mapping: where its key begins, and its value. */
export interface EntryOutline {
  readonly key: number;
  readonly value: Outline;
}

/** A list: where it begins, and its items. */
export interface ListOutline {
  readonly at: number;
  readonly items: readonly Outline[];
}

/** What was read of a file in which nothing is wrong, and nothing out of the ordinary. */
export interface Outlined {
  readonly value: unknown;
  readonly outline: Outline;
}

/**
 * The document of a file that was outlined. The places of its values and keys are known; where a path leads to nothing, the file is read
 * carefully after all, which tells what is nearest.
 */
export function outlinedDocument(
  file: SourceFile,
  { value, outline }: Outlined,
  read: () => Document | null,
): Document {
  const placeAt = lineIndex(file);
  let known: Document | null = null;
  const whole = () => {
    known ??= read();
    return known;
  };
  const nowhere: Place = { file: file.path };
  const at = (path: Path, offset: number) => ({ ...placeAt(offset), path: pathText(path) });
  return {
    file: file.path,
    base: [],
    value,
    place: (path) => {
      const found = path.length > 0 ? within(outline, path) : undefined;
      return found === undefined
        ? (whole()?.place(path) ?? nowhere)
        : at(path, typeof found === "number" ? found : found.at);
    },
    key: (path) => {
      const around = path.length > 0 ? within(outline, path.slice(0, -1)) : undefined;
      const entry = around === undefined ? undefined : entryOf(around, path.at(-1));
      return entry ? at(path, entry.key) : (whole()?.key(path) ?? nowhere);
    },
  };
}

function within(outline: Outline, path: Path): Outline | undefined {
  return path.reduce<Outline | undefined>((part, step) => {
    if (part === undefined || typeof part === "number") return undefined;
    if ("items" in part) return typeof step === "number" ? part.items[step] : undefined;
    return entryOf(part, step)?.value;
  }, outline);
}

function entryOf(outline: Outline, key: PropertyKey | undefined): EntryOutline | undefined {
  if (typeof key !== "string" || typeof outline === "number" || "items" in outline) return undefined;
  return Object.hasOwn(outline.entries, key) ? outline.entries[key] : undefined;
}
