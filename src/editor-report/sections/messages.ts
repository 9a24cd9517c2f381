import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import type { EditorReport } from "../facts/facts.ts";
import { placeLink, withLinks } from "../links.ts";
import { html, type Markup } from "../markup.ts";
import { counted } from "../words.ts";
import { badge, type Section, type Tone } from "./section.ts";

const TONES: Record<Severity, Tone> = { error: "bad", warning: "noted", note: "waiting" };
const NAMES: Record<Severity, string> = { error: "Errors", warning: "Warnings", note: "Notes" };

/** What stands in the way, before all else; null when nothing does. */
export function errorsSection({ diagnostics }: EditorReport): Section | null {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return null;
  return {
    id: "errors",
    title: "What stands in the way",
    hint: String(errors.length),
    body: html`<ol class="messages">${errors.map(message)}</ol>`,
  };
}

/** Warnings and notes, those of one kind together. */
export function messagesSection({ diagnostics }: EditorReport): Section {
  const severities = ["warning", "note"] as const;
  const groups = severities.flatMap((severity) => {
    const own = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (own.length === 0) return [];
    const kinds = [...Map.groupBy(own, ({ code }) => code)];
    return [html`<h3>${NAMES[severity]}</h3>${kinds.map(([code, list]) => kindOf(code, list))}`];
  });
  const told = diagnostics.filter(({ severity }) => severity !== "error").length;
  return {
    id: "messages",
    title: "Messages",
    hint: String(told),
    body: groups.length > 0 ? groups : html`<p class="quiet">No warnings and no notes.</p>`,
  };
}

/** More messages of a kind are shown on demand. */
const MOST_SHOWN = 3;

function kindOf(code: string, list: readonly Diagnostic[]): Markup {
  const open = list.length <= MOST_SHOWN && html` open`;
  return html`<details${open}><summary><span>${words(code)}</span> <span class="quiet">${counted(list.length, "message")}</span></summary>
<ol class="messages">${list.map(message)}</ol></details>
`;
}

function words(code: string): string {
  const text = code.replaceAll("-", " ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function message({ severity, message: text, hints, ...place }: Diagnostic): Markup {
  const { file, line, column, path } = place;
  const at =
    file === undefined ? null : placeLink({ file, ...(line ? { line } : {}), ...(column ? { column } : {}) });
  return html`<li>${badge(TONES[severity], severity)} <span class="message-text">${withLinks(text)}</span>
${at && html`<p class="at">${at}${path === undefined ? null : html` <code>${path}</code>`}</p>`}${hints.length > 0 && html`<ul class="hints">${hints.map((hint) => html`<li>${withLinks(hint)}</li>`)}</ul>`}</li>
`;
}
