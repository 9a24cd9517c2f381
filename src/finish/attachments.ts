import { createHash } from "node:crypto";
import type { Destination } from "../pdf/destinations.ts";
import type { PdfFile } from "../pdf/objects/file.ts";
import { flateStream } from "../pdf/objects/streams.ts";
import { textString } from "../pdf/objects/strings.ts";
import { dict, nameFrom, type Ref, type Value } from "../pdf/objects/values.ts";
import type { Element } from "../pdf/structure/element.ts";
import type { ElementLocator } from "../pdf/structure/locate.ts";
import { pdfDate } from "./information.ts";
import type { Attachment } from "./request.ts";

/** Files that have been put into a PDF. */
export interface EmbeddedFiles {
  /** File specifications in the attachments' order. */
  readonly specifications: readonly Ref[];
  /** Entries of the catalog. */
  readonly catalog: Record<string, Value>;
}

/** Puts files into a PDF as associated files (ISO 32000-2, 14.13). */
export function embedFiles(file: PdfFile, attachments: readonly Attachment[], date: string): EmbeddedFiles {
  const specifications = attachments.map((attachment) => file.add(specification(file, attachment, date)));
  if (specifications.length === 0) return { specifications, catalog: {} };
  const named = attachments.map(({ name }, i): [string, Ref | undefined] => [name, specifications[i]]);
  named.sort(([a], [b]) => (a < b ? -1 : 1));
  const names = named.flatMap(([name, spec]) => (spec === undefined ? [] : [textString(name), spec]));
  return {
    specifications,
    catalog: { Names: dict({ EmbeddedFiles: dict({ Names: names }) }), AF: [...specifications] },
  };
}

function specification(
  file: PdfFile,
  { name, mime, bytes, description, relationship }: Attachment,
  date: string,
): Value {
  const checksum = createHash("md5").update(bytes).digest().toString("latin1");
  const parameters = dict({
    Size: bytes.length,
    ModDate: { kind: "string", bytes: pdfDate(date) },
    CheckSum: { kind: "string", bytes: checksum },
  });
  const entries = dict({ Type: "/EmbeddedFile", Subtype: nameFrom(mime), Params: parameters });
  const stream = file.add(flateStream(bytes, entries));
  return dict({
    Type: "/Filespec",
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    AFRelationship: `/${relationship}`,
    EF: dict({ F: stream, UF: stream }),
  });
}

/** The tables and figures that show attached data, each with the files that hold it. */
export function filesByElement(
  attachments: readonly Attachment[],
  specifications: readonly Ref[],
  context: { readonly destinations: ReadonlyMap<string, Destination>; readonly locate: ElementLocator },
): Map<Element, Record<string, Value>> {
  const files = new Map<Element, Value[]>();
  attachments.forEach(({ shownIn = [] }, i) => {
    const spec = specifications[i];
    for (const name of shownIn) {
      const destination = context.destinations.get(name);
      const element = destination && nearestShowing(context.locate, destination);
      if (element === undefined || spec === undefined) continue;
      files.set(element, [...(files.get(element) ?? []), spec]);
    }
  });
  return new Map([...files].map(([element, AF]) => [element, { AF }]));
}

/** The table or figure that a destination means: whichever begins there, or next below. */
function nearestShowing(locate: ElementLocator, destination: Destination): Element | undefined {
  const element = locate(destination);
  if (element?.role === "Table" || element?.role === "Figure") return element;
  return locate(destination, "Table") ?? locate(destination, "Figure");
}
