import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import type { EditorReport } from "../facts/facts.ts";
import { anchor, code, placeLink, withLinks } from "../links.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { counted } from "../words.ts";
import { hintList } from "./hints.ts";
import { badge, type Section, type Tone } from "./section.ts";

const TONES: Record<Severity, Tone> = { error: "bad", warning: "noted", note: "waiting" };
const NAMES: Record<Severity, string> = { error: "Errors", warning: "Warnings", note: "Notes" };

/** What stands in the way, before all else; null when nothing does. */
export function errorsSection({ diagnostics, checks }: EditorReport): Section | null {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return null;
  const known = new Set(checks.map(({ id }) => id));
  const kinds = [...Map.groupBy(errors, (found) => found.code)];
  return {
    id: "errors",
    title: "What stands in the way",
    hint: String(errors.length),
    body: kinds.map(([kind, list]) => kindOf(kind, list, { open: true, known })),
  };
}

/** Warnings and notes, those of one kind together. */
export function messagesSection({ diagnostics, checks }: EditorReport): Section {
  const known = new Set(checks.map(({ id }) => id));
  const groups = (["warning", "note"] as const).flatMap((severity) => {
    const own = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (own.length === 0) return [];
    const kinds = [...Map.groupBy(own, (found) => found.code)];
    return [
      html`<h3>${NAMES[severity]}</h3>${kinds.map(([kind, list]) =>
        kindOf(kind, list, { open: list.length <= MOST_SHOWN, known }),
      )}`,
    ];
  });
  const told = diagnostics.filter(({ severity }) => severity !== "error").length;
  return {
    id: "messages",
    title: "Messages",
    hint: String(told),
    body: groups.length > 0 ? groups : html`<p class="quiet">No warnings and no notes.</p>`,
  };
}

/** More messages of a kind, and more hints of a message, are shown on demand. */
const MOST_SHOWN = 3;

interface Shown {
  readonly open: boolean;
  /** Ids of the checks that the page tells of. */
  readonly known: ReadonlySet<string>;
}

function kindOf(kind: string, list: readonly Diagnostic[], { open, known }: Shown): Markup {
  const title = kind.replaceAll("-", " ");
  return html`<details${open && html` open`}><summary><span>${title.slice(0, 1).toUpperCase()}${title.slice(1)}</span> <span class="quiet">${counted(list.length, "message")}</span></summary>
<ol class="messages">${list.map((found) => message(found, known))}</ol></details>
`;
}

function message(diagnostic: Diagnostic, known: ReadonlySet<string>): Markup {
  const { severity, message: text, hints, file, line, column, path } = diagnostic;
  const at =
    file === undefined ? null : placeLink({ file, ...(line ? { line } : {}), ...(column ? { column } : {}) });
  return html`<li>${badge(TONES[severity], severity)} ${sentence(text, known)}
${at && html`<p class="at">${at}${path === undefined ? null : html` ${code(path)}`}</p>`}${hintList(hints)}</li>
`;
}

/** What a message says; a check that it begins with leads to the check. */
function sentence(text: string, known: ReadonlySet<string>): Content {
  const [id = ""] = text.split(": ", 1);
  if (!known.has(id)) return withLinks(text);
  return html`<a href="#${anchor("check", id)}">${code(id)}</a>${withLinks(text.slice(id.length))}`;
}
