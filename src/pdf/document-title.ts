import { catalogOf, resolve } from "./objects/access.ts";
import type { PdfFile } from "./objects/file.ts";
import { decodeStream } from "./objects/streams.ts";
import { isStream } from "./objects/values.ts";

const TITLE = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</;
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** The title that a document's XMP metadata give it (`dc:title`); undefined without one. */
export function readTitle(file: PdfFile): string | undefined {
  const metadata = resolve(file, catalogOf(file).get("Metadata"));
  if (!isStream(metadata)) return undefined;
  const [, title] = TITLE.exec(Buffer.from(decodeStream(metadata)).toString("utf8")) ?? [];
  return title?.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
