/** A PDF name as it stands in the file, with its slash and its `#xx` escapes: `/StructElem`. */
export type Name = `/${string}`;

/** A reference to an indirect object, by its number (generations are always 0 here). */
export interface Ref {
  readonly kind: "ref";
  readonly id: number;
}

/** A PDF string: its bytes, one UTF-16 unit each. */
export interface PdfString {
  readonly kind: "string";
  readonly bytes: string;
}

/** A PDF stream: its dictionary and its data, still encoded. */
export interface Stream {
  readonly kind: "stream";
  readonly dict: Dict;
  readonly data: Uint8Array;
}

/** A PDF dictionary; its keys have no slash. Whoever goes through all of a file does it by `forEach`, which makes no array of each entry. */
export type Dict = Map<string, Value>;

/** Any PDF object. */
export type Value = null | boolean | number | Name | Ref | PdfString | Stream | Dict | Value[];

/** A reference to the object of that number. */
export function ref(id: number): Ref {
  return { kind: "ref", id };
}

/** A dictionary from an object literal; entries that are undefined are left out. */
export function dict(entries: Record<string, Value | undefined>): Dict {
  const result: Dict = new Map();
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) result.set(key, value);
  }
  return result;
}

/** Whether a value is a reference. */
export function isRef(value: Value | undefined): value is Ref {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "ref";
}

/** Whether a value is a string. */
export function isString(value: Value | undefined): value is PdfString {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "string";
}

/** Whether a value is a stream. */
export function isStream(value: Value | undefined): value is Stream {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "stream";
}

/** A name without its slash, escapes resolved and read as UTF-8: the text that a person would see. */
export function nameText(name: string): string {
  const body = name.slice(1);
  if (!body.includes("#")) return body;
  const bytes = body.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A name from a text: UTF-8, with everything but plain characters escaped. */
export function nameFrom(text: string): Name {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  const escaped = bytes.replace(
    /[^A-Za-z0-9_.+*@:;,!?=&|^~`'"$-]/g,
    (char) => `#${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `/${escaped}`;
}
