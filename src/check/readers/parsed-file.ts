import type { Place } from "../../model/diagnostic.ts";
import { type Path, valueAt } from "./path.ts";

/** A parsed file, or a part of one: still `unknown`, with the place of each of its values. */
export interface Document {
  readonly file: string;
  /** Path of this part inside the file; empty for the whole. */
  readonly base: Path;
  readonly value: unknown;
  /** The place of the value at a path, or of the nearest value around it. */
  readonly place: (path: Path) => Place;
  /** The place of the key at a path, or of the nearest key around it. */
  readonly key: (path: Path) => Place;
}

/** The part of a document below a path. */
export function below({ file, base, value, place, key }: Document, path: Path): Document {
  return {
    file,
    base: [...base, ...path],
    value: valueAt(value, path),
    place: (rest) => place([...path, ...rest]),
    key: (rest) => key([...path, ...rest]),
  };
}
