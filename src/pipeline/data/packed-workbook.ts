import type { Edition } from "../../model/edition.ts";
import { type PackedFile, packageName } from "../../open-data/descriptor.ts";
import { dataWords } from "../../open-data/words.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A language's workbook as a file of the data package. */
export function packedWorkbook(year: number, edition: Edition, bytes: Uint8Array): PackedFile {
  const { language, label } = dataWords(edition);
  return {
    language,
    path: `${packageName(year)}.${language}.xlsx`,
    title: label("workbookOf"),
    mediatype: MEDIA_TYPE,
    bytes,
  };
}
