import { type Diagnostic, type DiagnosticInput, error, warning } from "../../model/diagnostic.ts";
import type { Language } from "../../model/language.ts";
import type { ProvenFigure } from "./prose.ts";

/** The figures that one edition shows, by the key of the text: what readers of its PDF find there. */
export interface ShownFigures {
  readonly language: Language;
  /** Whether its translations may be old. */
  readonly draft?: boolean;
  readonly texts: ReadonlyMap<string, ShownText>;
}

/** What one text of an edition shows. */
export interface ShownText {
  /** Where it stands, as readers call the page. */
  readonly page: string;
  /** Null when something is wrong with its figures, which has then been said. */
  readonly figures: readonly ProvenFigure[] | null;
}

/**
 * Compares editions: a text must show the same figures with the same values in each. The first edition is what the others are held
 * against. Gives the complaints by the edition that they are about; a draft, whose translations may be old, is only warned of.
 */
export function compareEditions(editions: readonly ShownFigures[]): Map<Language, Diagnostic[]> {
  const [first, ...others] = editions;
  const result = new Map<Language, Diagnostic[]>();
  if (!first) return result;
  for (const other of others) {
    const keys = new Set([...first.texts.keys(), ...other.texts.keys()]);
    const draft = first.draft || other.draft;
    const complaints = [...keys]
      .flatMap((key) => compareText(key, first, other))
      .map((complaint) => (draft ? warning(complaint) : error(complaint)));
    if (complaints.length > 0) result.set(other.language, complaints);
  }
  return result;
}

function compareText(key: string, first: ShownFigures, other: ShownFigures): DiagnosticInput[] {
  const [left, right] = [first.texts.get(key), other.texts.get(key)];
  const about = { key, edition: other.language, against: first.language };
  if (!left || !right) {
    const shows = (left ?? right)?.figures ?? [];
    return shows.length === 0
      ? []
      : [complaint({ ...about, page: (right ?? left)?.page ?? "" }, oneSided(about, !left, shows))];
  }
  if (left.figures === null || right.figures === null) return [];
  const [a, b] = [byRef(left.figures), byRef(right.figures)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((ref) => {
    const message = difference(ref, a.get(ref), b.get(ref), first.language);
    return message === null ? [] : [complaint({ ...about, page: right.page }, message)];
  });
}

function byRef(figures: readonly ProvenFigure[]): Map<string, string> {
  return new Map(figures.map(({ ref, value }) => [ref, value]));
}

function difference(
  ref: string,
  wanted: string | undefined,
  found: string | undefined,
  against: Language,
): string | null {
  if (wanted === found) return null;
  if (found === undefined) return `the figure ${ref} (${wanted}) is not there, and ${against} shows it`;
  if (wanted === undefined) return `shows the figure ${ref} (${found}), and ${against} does not`;
  return `shows ${ref} as ${found}, and ${against} as ${wanted}`;
}

interface About {
  readonly key: string;
  readonly edition: Language;
  readonly against: Language;
}

function oneSided({ against }: About, only: boolean, figures: readonly ProvenFigure[]): string {
  const refs = figures.map(({ ref }) => ref).join(", ");
  return only
    ? `the text with ${refs} does not stand in ${against}`
    : `the text with ${refs} is not there, and ${against} has it`;
}

function complaint(
  { key, edition, page }: About & { readonly page: string },
  message: string,
): DiagnosticInput {
  const where = [edition, page, key].filter(Boolean).join(", ");
  return { code: "editions-differ", message: `${where}: ${message}` };
}
