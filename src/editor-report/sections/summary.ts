import type { EditorReport } from "../facts/facts.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { type Part, stackedBar } from "../pictures/stacked-bar.ts";
import { counted, listed, number } from "../words.ts";

interface Entry {
  readonly href: string;
  readonly name: string;
  readonly figure: string;
  readonly says: string;
  readonly parts: readonly Part[];
}

/** What the page begins with: whether anything stands in the way, and where things are. */
export function summary(facts: EditorReport): Markup {
  return html`<p class="verdict">${verdict(facts)}</p>
<ul class="ledger">${entries(facts).map(entry)}</ul>
`;
}

function entry({ href, name, figure, says, parts }: Entry): Markup {
  return html`<li><a href="#${href}"><span class="ledger-name">${name}</span> <span class="ledger-figure">${figure}</span></a>
${parts.some(({ count }) => count > 0) ? stackedBar(parts) : null}<span class="ledger-says">${says}</span></li>
`;
}

function verdict({ summary: { diagnostics, editions }, checks, readable }: EditorReport): Content {
  const { error, warning, note } = diagnostics;
  const further = listed([
    ...(warning > 0 ? [counted(warning, "warning")] : []),
    ...(note > 0 ? [counted(note, "note")] : []),
  ]);
  const rest = further === "" ? null : html` <a href="#messages">${further}</a> to look at.`;
  if (!readable)
    return html`<strong class="bad">The report’s files cannot be read:</strong> <a href="#errors">${counted(error, "error")}</a>.`;
  if (error > 0)
    return html`<strong class="bad">${counted(error, "error")} ${error === 1 ? "stands" : "stand"} in the way.</strong> <a href="#errors">What to do about ${error === 1 ? "it" : "them"}</a>.${rest}`;
  const settled = checks.length > 0 ? "Every figure that can be checked holds or is acknowledged. " : "";
  const made =
    editions.built > 0
      ? `${counted(editions.built, "edition")} ${editions.built === 1 ? "is" : "are"} built. `
      : "Nothing stands in the way of printing. ";
  return html`${made}${settled}${rest}`;
}

function entries(facts: EditorReport): Entry[] {
  if (!facts.readable) return [editionsEntry(facts)];
  return [
    checksEntry(facts),
    figuresEntry(facts),
    translationsEntry(facts),
    editionsEntry(facts),
    parityEntry(facts),
    changesEntry(facts),
  ];
}

function checksEntry({ summary: { checks } }: EditorReport): Entry {
  const { total, passed, failed, acknowledged, notComputable } = checks;
  return {
    href: "checks",
    name: "Checks that hold",
    figure: `${number(passed)} of ${number(total)}`,
    says: `${number(failed)} failed, ${number(acknowledged)} acknowledged, ${number(notComputable)} not computable`,
    parts: [
      { tone: "good", label: "passed", count: passed },
      { tone: "noted", label: "acknowledged", count: acknowledged },
      { tone: "bad", label: "failed", count: failed },
      { tone: "none", label: "not computable", count: notComputable },
    ],
  };
}

function figuresEntry({ summary: { figures } }: EditorReport): Entry {
  return {
    href: "figures",
    name: "Figures",
    figure: number(figures.total),
    says: figures.missing === 0 ? "none missing" : `${number(figures.missing)} missing`,
    parts: [
      { tone: "good", label: "there", count: figures.total - figures.missing },
      { tone: "none", label: "missing", count: figures.missing },
    ],
  };
}

function translationsEntry({ summary: { translations } }: EditorReport): Entry {
  const { done, unconfirmed, stale, missing } = translations;
  const total = done + unconfirmed + stale + missing;
  return {
    href: "translations",
    name: "Translations confirmed",
    figure: `${number(done)} of ${number(total)}`,
    says: `${number(unconfirmed)} unconfirmed, ${number(stale)} stale, ${number(missing)} missing`,
    parts: [
      { tone: "good", label: "confirmed", count: done },
      { tone: "waiting", label: "unconfirmed", count: unconfirmed },
      { tone: "bad", label: "stale", count: stale },
      { tone: "none", label: "missing", count: missing },
    ],
  };
}

function editionsEntry({ summary: { editions } }: EditorReport): Entry {
  const { built, failed, earlier, none } = editions;
  const said = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(earlier > 0 ? [`${earlier} from an earlier build`] : []),
    ...(none > 0 ? [`${none} not built`] : []),
  ];
  return {
    href: "editions",
    name: "Editions built",
    figure: `${built} of ${built + failed + earlier + none}`,
    says: said.length > 0 ? listed(said) : "all of them",
    parts: [
      { tone: "good", label: "built", count: built },
      { tone: "bad", label: "failed", count: failed },
      { tone: "waiting", label: "from an earlier build", count: earlier },
      { tone: "none", label: "not built", count: none },
    ],
  };
}

function parityEntry({ summary: { parity } }: EditorReport): Entry {
  if (!parity)
    return { href: "editions", name: "Parity", figure: "–", says: "no edition was read back", parts: [] };
  const { figures, texts, proven } = parity;
  const amiss = texts - proven;
  return {
    href: "editions",
    name: "Figures proven in print",
    figure: number(figures),
    says: amiss === 0 ? "in every text, table and chart" : `${counted(amiss, "text")} with wrong figures`,
    parts: [
      { tone: "good", label: "texts proven", count: proven },
      { tone: "bad", label: "texts with wrong figures", count: amiss },
    ],
  };
}

function changesEntry({ impact }: EditorReport): Entry {
  if (!impact)
    return { href: "changes", name: "Changes", figure: "–", says: "nothing is released yet", parts: [] };
  const { since, figures, texts } = impact;
  return {
    href: "changes",
    name: `Since revision ${since}`,
    figure: counted(figures.length + texts.length, "change"),
    says: `${counted(figures.length, "figure")}, ${counted(texts.length, "text")}`,
    parts: [],
  };
}
