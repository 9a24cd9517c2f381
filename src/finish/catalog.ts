import type { PdfFile } from "../pdf/objects/file.ts";
import { flateStream } from "../pdf/objects/streams.ts";
import { textString } from "../pdf/objects/strings.ts";
import { type Dict, dict, type Ref, type Value } from "../pdf/objects/values.ts";
import { srgbProfile } from "./icc.ts";
import type { FinishRequest, PageLabels } from "./request.ts";
import { xmpPacket } from "./xmp.ts";

/** What the stage's other parts contribute to the catalog. */
export interface CatalogParts {
  readonly pages: Value | undefined;
  readonly structureRoot: Ref;
  readonly outline: Ref | undefined;
  readonly destinations: Dict;
  readonly files: Record<string, Value>;
}

/** The document catalog, with metadata, colour, page labels and how a viewer is to open it. */
export function makeCatalog(file: PdfFile, request: FinishRequest, parts: CatalogParts): Dict {
  const { pageLabels = [] } = request;
  return dict({
    Type: "/Catalog",
    Pages: parts.pages,
    Lang: textString(request.metadata.language),
    MarkInfo: dict({ Marked: true }),
    StructTreeRoot: parts.structureRoot,
    Dests: parts.destinations.size > 0 ? file.add(parts.destinations) : undefined,
    Outlines: parts.outline,
    PageLabels: pageLabels.length > 0 ? pageLabelTree(pageLabels) : undefined,
    PageMode: parts.outline === undefined ? undefined : "/UseOutlines",
    ViewerPreferences: dict({ DisplayDocTitle: true }),
    Metadata: file.add(metadataStream(request)),
    OutputIntents: [file.add(outputIntent(file))],
    ...parts.files,
  });
}

/** XMP is not compressed, so that programs that know no PDF can find it. */
function metadataStream(request: FinishRequest): Value {
  const data = Buffer.from(xmpPacket(request), "utf8");
  return { kind: "stream", dict: dict({ Type: "/Metadata", Subtype: "/XML", Length: data.length }), data };
}

/** What the document's RGB colours mean: sRGB. */
function outputIntent(file: PdfFile): Dict {
  return dict({
    Type: "/OutputIntent",
    S: "/GTS_PDFA1",
    OutputConditionIdentifier: textString("sRGB"),
    Info: textString("sRGB IEC61966-2.1"),
    DestOutputProfile: file.add(flateStream(srgbProfile(), dict({ N: 3 }))),
  });
}

const LABEL_STYLES: Record<PageLabels["style"], Value> = { roman: "/r", decimal: "/D" };

function pageLabelTree(labels: readonly PageLabels[]): Dict {
  const sorted = [...labels].sort((a, b) => a.from - b.from);
  return dict({ Nums: sorted.flatMap(({ from, style }) => [from, dict({ S: LABEL_STYLES[style] })]) });
}
