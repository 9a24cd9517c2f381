import { createHash } from "node:crypto";
import type { PdfFile } from "../pdf/objects/file.ts";
import { flateStream } from "../pdf/objects/streams.ts";
import { textString } from "../pdf/objects/strings.ts";
import { dict, nameFrom, type Ref, type Value } from "../pdf/objects/values.ts";
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

/** The elements that show attached data, by their object numbers, each with the files that hold it. */
export function filesByElement(
  attachments: readonly Attachment[],
  specifications: readonly Ref[],
  showing: ReadonlyMap<string, number>,
): Map<number, Ref[]> {
  const files = new Map<number, Ref[]>();
  attachments.forEach(({ shownIn = [] }, i) => {
    const spec = specifications[i];
    for (const name of shownIn) {
      const element = showing.get(name);
      if (element === undefined || spec === undefined) continue;
      files.set(element, [...(files.get(element) ?? []), spec]);
    }
  });
  return files;
}
