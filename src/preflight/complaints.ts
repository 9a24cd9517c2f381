import { type Diagnostic, error, type Place, warning } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";

/** What one check has to say; the edition and the place are added. */
export interface Complaint {
  readonly code: string;
  /** What was expected and what was found, in plain words. */
  readonly message: string;
  /** Index of the page from 0, as far as there is one. */
  readonly page?: number | undefined;
  /** Key of the text. */
  readonly key?: string | null | undefined;
  readonly hints?: readonly string[];
}

/** Collects what is wrong with one edition. */
export interface Complaints {
  readonly error: (complaint: Complaint) => void;
  readonly warning: (complaint: Complaint) => void;
  /** All complaints so far; many of one kind are cut short, with their number. */
  readonly diagnostics: () => Diagnostic[];
}

/** What names the places of complaints. */
export interface ComplaintContext {
  readonly language: Language;
  /** What pages are called. */
  readonly labels: readonly string[];
  /** Where the text of a key stands. */
  readonly placeOf: (key: string) => Place | undefined;
}

/** After so many complaints of one kind the rest are only counted: one cause has often many effects. */
const MOST_OF_A_KIND = 12;

/** An empty collection for one edition. */
export function createComplaints(context: ComplaintContext): Complaints {
  const byCode = new Map<string, Diagnostic[]>();
  const add = (diagnostic: Diagnostic): void => {
    byCode.set(diagnostic.code, [...(byCode.get(diagnostic.code) ?? []), diagnostic]);
  };
  return {
    error: (complaint) => add(error(described(complaint, context))),
    warning: (complaint) => add(warning(described(complaint, context))),
    diagnostics: () => [...byCode.values()].flatMap((list) => cutShort(list, context.language)),
  };
}

function cutShort(list: readonly Diagnostic[], language: Language): Diagnostic[] {
  const [first] = list;
  const more = list.length - MOST_OF_A_KIND;
  if (first === undefined || more <= 0) return [...list];
  const { severity, code } = first;
  const rest = { severity, code, message: `${language}: ${more} more of this kind`, hints: [] };
  return [...list.slice(0, MOST_OF_A_KIND), rest];
}

function described(
  { code, message, page, key, hints }: Complaint,
  { language, labels, placeOf }: ComplaintContext,
) {
  const where = [language, pageName(page, labels), key ?? ""].filter(Boolean).join(", ");
  const place = key === null || key === undefined ? undefined : placeOf(key);
  return { code, message: `${where}: ${message}`, place, ...(hints ? { hints } : {}) };
}

/** A page as readers call it: “page 12”, and its number in the file where that is another. */
export function pageName(page: number | undefined, labels: readonly string[]): string {
  if (page === undefined || page < 0) return "";
  const label = labels[page] ?? "";
  const number = String(page + 1);
  return label === "" || label === number ? `page ${number}` : `page ${label} (no. ${number} in the file)`;
}
