import type { Place } from "../model/diagnostic.ts";
import { html, type Markup } from "./markup.ts";

/** From the page to the folder of the report's content, `output/<year>/` being two folders below it. */
const CONTENT = "../../";

/** A link that opens a file, with its name and line as text. */
export function placeLink({ file, line, column }: Pick<Place, "file" | "line" | "column">): Markup {
  const label = [file, line, column].filter((part) => part !== undefined).join(":");
  return html`<a class="place" href="${hrefOf(file)}">${breakable(label)}</a>`;
}

function hrefOf(file: string): string {
  return CONTENT + file.split("/").map(encodeURIComponent).join("/");
}

const PLACE = /((?:data|locales|templates)\/[\w./-]*\w)((?::\d+){0,2})/g;

/** A text in which every file of the content, with its line, is a link. */
export function withLinks(text: string): Markup[] {
  const pieces: Markup[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACE)) {
    const [whole, file = "", position = ""] = match;
    pieces.push(
      html`${breakable(text.slice(end, match.index))}<a class="place" href="${hrefOf(file)}">${breakable(file + position)}</a>`,
    );
    end = match.index + whole.length;
  }
  return [...pieces, html`${breakable(text.slice(end))}`];
}

/** An id that can stand in an address: `check-owners.southern`. */
export function anchor(kind: string, id: string): string {
  return `${kind}-${id.replace(/[^\w.-]+/g, "-")}`;
}

/** A figure's reference, a text's key or a check's id as code. */
export function code(name: string): Markup {
  return html`<code>${breakable(name)}</code>`;
}

/** A long name that may be broken after its dots, slashes and underscores. */
export function breakable(name: string): Markup[] {
  return name
    .split(/(?<=\w[._/])(?=[A-Za-z])/)
    .map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`));
}
