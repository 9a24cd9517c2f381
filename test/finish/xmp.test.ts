import { expect, test } from "vitest";
import { xmpPacket } from "../../src/finish/xmp.ts";
import { request } from "./request.ts";

test("the packet says what the document is, escaped, and what it conforms to", () => {
  const packet = xmpPacket(request());
  expect(packet).toContain(
    '<rdf:li xml:lang="x-default">Sample &lt;White Paper&gt; &amp; Annual Report</rdf:li>',
  );
  expect(packet).toContain("<dc:creator><rdf:Seq><rdf:li>The Office</rdf:li></rdf:Seq></dc:creator>");
  expect(packet).toContain("<rdf:Bag><rdf:li>patents</rdf:li><rdf:li>商标</rdf:li></rdf:Bag>");
  expect(packet).toContain("<xmp:ModifyDate>2022-04-26T00:00:00Z</xmp:ModifyDate>");
  expect(packet).toMatch(/<pdfuaid:part>1<[\s\S]*<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</);
  expect(packet).toContain("pdfaExtension:schemas");
});

test("PDF/UA-2 needs no extension, and level F only stands where there are files", () => {
  const withFiles = xmpPacket(request({ conformance: "ua2-a4f" }));
  expect(withFiles).toMatch(
    /<pdfuaid:part>2<[\s\S]*<pdfuaid:rev>2024<[\s\S]*<pdfaid:part>4<[\s\S]*<pdfaid:conformance>F</,
  );
  expect(withFiles).not.toContain("pdfaExtension");
  expect(xmpPacket(request({ conformance: "ua2-a4f", attachments: [] }))).not.toContain("pdfaid:conformance");
});

test("what is not known is not said", () => {
  const { metadata } = request();
  const packet = xmpPacket(
    request({ metadata: { ...metadata, author: "", keywords: [], version: undefined } }),
  );
  expect(packet).not.toMatch(/dc:creator|dc:subject|pdf:Keywords|VersionID/);
});
