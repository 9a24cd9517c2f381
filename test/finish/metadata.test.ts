import { expect, test } from "vitest";
import { srgbProfile } from "../../src/finish/icc.ts";
import { informationDict, pdfDate } from "../../src/finish/information.ts";
import { xmpPacket } from "../../src/finish/xmp.ts";
import { textString } from "../../src/pdf/objects/strings.ts";
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

test.each([
  ["2022-04-26", "D:20220426000000Z"],
  ["2022-04-26T12:30:05Z", "D:20220426123005Z"],
  ["2022-04-26T12:30:05.123Z", "D:20220426123005Z"],
])("writes the date %s as PDF does", (date, expected) => {
  expect(pdfDate(date)).toBe(expected);
});

test("the information dictionary agrees with the packet", () => {
  const info = informationDict(request().metadata);
  expect(info.get("Title")).toEqual(textString("Sample <White Paper> & Annual Report"));
  expect(info.get("Keywords")).toEqual(textString("patents; 商标"));
  expect(info.get("ModDate")).toEqual(textString("D:20220426000000Z"));
});

test("the colour profile is whole: its length, signature and tags fit", () => {
  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString("latin1", 36, 40)).toBe("acsp");
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, i) => {
    const at = 132 + 12 * i;
    return {
      name: profile.toString("latin1", at, at + 4),
      end: profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8),
    };
  });
  expect(tags.map(({ name }) => name)).toEqual(
    "desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC".split(" "),
  );
  expect(Math.max(...tags.map(({ end }) => end))).toBeLessThanOrEqual(profile.length);
});
