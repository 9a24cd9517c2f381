/** First and last of the full-width forms of ASCII (！ to ～), and their distance from it. */
const FULL_WIDTH_FORMS = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Full-width signs that mean something else than their ASCII forms inside numbers; see `toHalfWidth`. */
const KEPT_OUTSIDE_NUMBERS = /(?<![\uff10-\uff19])[\uff0c\uff0e]|[\uff0c\uff0e](?![\uff10-\uff19])/g;

/**
 * Full-width digits, letters, percent and other signs as ASCII, no-break and ideographic spaces as spaces. The length stays,
 * so places in the result are places in the text.
 *
 * Rules: `，` and `．` belong to a number only between two full-width digits (１，２３４); elsewhere they are punctuation (100，200家).
 * `－` joins (2021－2023) and is no minus; only U+2212 is.
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(KEPT_OUTSIDE_NUMBERS, (sign) => (sign === "\uff0c" ? "、" : "。"))
    .replace(FULL_WIDTH_FORMS, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u00a0\u202f\u3000]/g, " ");
}
