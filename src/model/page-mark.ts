/** Control characters around the id of an element whose page number is to stand there; texts may not hold them. */
const PAGE_START = "\u0003";
const PAGE_END = "\u0004";
const PAGE_MARK = new RegExp(`${PAGE_START}([^${PAGE_END}]*)${PAGE_END}`, "g");

/** Stands for the number of the page on which an element stands, until the document is printed. */
export function pageMark(id: string): string {
  return `${PAGE_START}${id}${PAGE_END}`;
}

/** A text with its page marks replaced by what is made of the elements’ ids. */
export function replacePageMarks(text: string, by: (id: string) => string): string {
  return text.replace(PAGE_MARK, (_, id: string) => by(id));
}
