import type { Conformance, FinishRequest } from "./request.ts";

const NAMESPACES: Record<string, string> = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
};

/** The XMP packet of a document (ISO 16684-1): what it is, and what it conforms to. */
export function xmpPacket({ conformance, metadata, attachments }: FinishRequest): string {
  const { title, author, subject, keywords, language, version, creator, producer } = metadata;
  const date = dateTime(metadata.date);
  const properties = [
    element("dc:format", "application/pdf"),
    alternatives("dc:title", title),
    list("dc:creator", "Seq", [author]),
    alternatives("dc:description", subject),
    list("dc:subject", "Bag", keywords),
    list("dc:language", "Bag", [language]),
    element("xmp:CreateDate", date),
    element("xmp:ModifyDate", date),
    element("xmp:CreatorTool", creator),
    element("pdf:Producer", producer),
    element("pdf:Keywords", keywords.join("; ")),
    element("xmpMM:VersionID", version ?? ""),
    ...identification(conformance, attachments.length > 0),
  ];
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const description = `<rdf:Description rdf:about=""${namespaces.join("")}>\n${properties.join("")}</rdf:Description>`;
  const extension = conformance === "ua1-a3a" ? `\n${UA_EXTENSION}` : "";
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${description}${extension}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** An ISO date as a date and time: midnight UTC where there is no time. */
export function dateTime(date: string): string {
  return date.includes("T") ? date : `${date}T00:00:00Z`;
}

function identification(conformance: Conformance, withFiles: boolean): string[] {
  if (conformance === "ua1-a3a")
    return [element("pdfuaid:part", "1"), element("pdfaid:part", "3"), element("pdfaid:conformance", "A")];
  return [
    element("pdfuaid:part", "2"),
    element("pdfuaid:rev", "2024"),
    element("pdfaid:part", "4"),
    element("pdfaid:rev", "2020"),
    // Level F says that there are files inside.
    element("pdfaid:conformance", withFiles ? "F" : ""),
  ];
}

/** A property; left out if it is empty. */
function element(name: string, text: string): string {
  return text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>\n`;
}

function alternatives(name: string, text: string): string {
  if (text === "") return "";
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>\n`;
}

function list(name: string, kind: "Bag" | "Seq", texts: readonly string[]): string {
  const items = texts.filter((text) => text !== "").map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`);
  return items.length === 0 ? "" : `<${name}><rdf:${kind}>${items.join("")}</rdf:${kind}></${name}>\n`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}

/** PDF/A-1 to -3 must be told of properties that they do not know: PDF/UA's (ISO 19005-3, 6.6.2.3). */
const UA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
