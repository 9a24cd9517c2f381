import { textString } from "../pdf/objects/strings.ts";
import { type Dict, dict } from "../pdf/objects/values.ts";
import type { Metadata } from "./request.ts";
import { dateTime } from "./xmp.ts";

/** An ISO date (and time, in UTC) as PDF writes it: `D:20220426000000Z`. */
export function pdfDate(date: string): string {
  const digits = dateTime(date)
    .replace(/\.\d+/, "")
    .replace(/[-:TZ]/g, "");
  return `D:${digits.slice(0, 14)}Z`;
}

/** The information dictionary: the same as the XMP packet says, for readers that know no XMP. */
export function informationDict(metadata: Metadata): Dict {
  const date = textString(pdfDate(metadata.date));
  return dict({
    Title: textString(metadata.title),
    Author: textString(metadata.author),
    Subject: textString(metadata.subject),
    Keywords: textString(metadata.keywords.join("; ")),
    Creator: textString(metadata.creator),
    Producer: textString(metadata.producer),
    CreationDate: date,
    ModDate: date,
  });
}
