import { labelsOf } from "../language/translator.ts";
import type { Composition, ContentsEntry, DrawnChart } from "../model/composition.ts";
import { type Diagnostic, error, hasErrors } from "../model/diagnostic.ts";
import type { Edition } from "../model/edition.ts";
import { FACES } from "../model/faces.ts";
import { crossReferences, plainText } from "../model/inline.ts";
import { type Memo, NO_MEMO } from "../model/memo.ts";
import type { Template } from "../model/report.ts";
import { withoutMarks } from "../templating/places.ts";
import { textHtml } from "./annotate.ts";
import { registerBlocks } from "./blocks.ts";
import type { CorrectedRevision } from "./corrections.ts";
import { correctionsPage, printDate } from "./corrections-page.ts";
import { coverMotif } from "./cover.ts";
import { createDraft, type Draft, textAt } from "./draft.ts";
import { type Context, compileOnce, type Engine, engineOf, TemplateError } from "./engine.ts";
import { registerExhibits } from "./exhibits.ts";
import { expectedBlocks, textBlock } from "./expected.ts";
import { langAttribute } from "./inline.ts";
import { registerLabel } from "./labels.ts";
import { keptLint } from "./lint/lint.ts";
import { unknownNames } from "./names.ts";
import { referenceProblems } from "./references.ts";
import { editionStyles } from "./styles.ts";

/** What an edition is composed from. */
export interface ComposeRequest {
  readonly edition: Edition;
  readonly chapters: readonly string[];
  readonly charts: ReadonlyMap<string, DrawnChart>;
  readonly templates: ReadonlyMap<string, Template>;
  readonly styles: ReadonlyMap<string, string>;
  /** Number and date of the revision, for the imprint page; null before the first release. */
  readonly revision: { readonly number: number; readonly date: string } | null;
  readonly corrections: readonly CorrectedRevision[];
  /** Makes the HTML say which text, figure, table and chart it shows (`annotate.ts`); not for what is printed. */
  readonly annotate?: boolean;
  /** Leaves out what only a proof of the print needs, a third of the time: the HTML is not linted, no blocks are expected. */
  readonly unproven?: boolean;
  /** Remembers what earlier editions came to; nothing unless said otherwise. */
  readonly memo?: Memo;
  /** Lints the HTML instead of us: what it gives is told with the rest. */
  readonly lint?: (html: string, styles: ReadonlyMap<string, string>) => readonly Diagnostic[];
}

/** A composed edition, or null where the templates name what does not exist. */
export interface Composed {
  readonly composition: Composition | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Code of the diagnostic of a template that could not be rendered. */
const FAILED = "failed-template";

/** Text key of the report's title. */
const TITLE = "preface.title";

/** Stage 5: puts texts, tables and charts of an edition into the templates. */
export function compose(request: ComposeRequest): Composed {
  const { edition } = request;
  const engine = engineOf(request.templates);
  const hasReferences = [...edition.texts.values()].some(({ nodes }) => crossReferences(nodes).length > 0);
  // A text may refer to what comes after it, so the document is numbered before it is composed.
  const targets = hasReferences ? composeBody(engine, request).draft.entries : [];
  const body = composeBody(engine, request, targets);
  const { draft } = body;
  const composition = composeReport(engine, body, request);
  const unknown = unknownNames(request.templates, request.memo);
  // A template that fails at a name that does not exist says less than the list of such names.
  const other = draft.diagnostics.filter(({ code }) => unknown.length === 0 || code !== FAILED);
  const found = [...unknown, ...other];
  // Where templates are broken, what is not printed is not missed.
  const diagnostics = hasErrors(found) ? found : referenceProblems(draft);
  return { composition: hasErrors(diagnostics) ? null : composition, diagnostics };
}

interface Body {
  readonly draft: Draft;
  /** The chapters, and the corrections page where there is one, as HTML. */
  readonly chapters: readonly string[];
}

function composeBody(engine: Engine, request: ComposeRequest, targets: readonly ContentsEntry[] = []): Body {
  const { edition, charts } = request;
  const label = labelsOf(edition.locale);
  const byId = new Map(targets.map((entry) => [entry.id, entry]));
  const draft = createDraft(edition, charts, label, { targets: byId, annotate: request.annotate ?? false });
  registerLabel(engine, draft.label);
  const chapters = request.chapters.map((id) => composeChapter(engine, draft, request, id));
  const corrections = guarded(draft, () => correctionsPage(engine, draft, request.corrections));
  return { draft, chapters: [...chapters, corrections].filter((html) => html.trim() !== "") };
}

function composeChapter(engine: Engine, draft: Draft, { templates }: ComposeRequest, id: string): string {
  const template = templates.get(`chapters/${id}`);
  if (!template) {
    draft.diagnostics.push(noTemplate(`templates/chapters/${id}.hbs`));
    return "";
  }
  const rendering = { engine, draft, file: template.file };
  registerBlocks(rendering);
  registerExhibits(rendering);
  return render(engine, draft, template, {});
}

function composeReport(
  engine: Engine,
  { draft, chapters }: Body,
  request: ComposeRequest,
): Composition | null {
  const template = request.templates.get("report");
  if (!template) {
    draft.diagnostics.push(noTemplate("templates/report.hbs"));
    return null;
  }
  const { edition, entries, references } = draft;
  const title = textAt(draft, TITLE, { file: template.file });
  if (!title) return null;
  const plainTitle = plainText(title.nodes);
  draft.blocks.unshift(textBlock(draft, { role: "heading", id: null, text: title }));
  const draftMark = edition.state === "draft" ? draft.label("labels.draft.mark") : null;
  const listed = entries.filter(({ kind }) => kind === "chapter" || kind === "section");
  const styles = editionStyles({
    language: edition.language,
    sheets: request.styles.values(),
    chapters: entries.filter(({ kind }) => kind === "chapter"),
    title: plainTitle,
    draftMark,
  });
  const context: Context = {
    language: edition.language,
    state: edition.state,
    year: edition.year,
    title: plainTitle,
    titleHtml: textHtml(draft, title),
    titleLang: langAttribute(title, edition.language),
    draftMark,
    revision: revisionLabel(draft, request),
    motif: coverMotif(edition),
    fonts: fontNames(draft),
    contents: listed,
    exhibits: entries.some(({ kind }) => kind === "table" || kind === "chart"),
    tables: entries.filter(({ kind }) => kind === "table"),
    charts: entries.filter(({ kind }) => kind === "chart"),
    styles,
    body: chapters.join("\n"),
  };
  const marked = render(engine, draft, template, context);
  if (!request.unproven && !hasErrors(draft.diagnostics))
    draft.diagnostics.push(...lintOf(request)(marked, request.styles));
  const html = withoutMarks(marked);
  const slots = new Map(entries.map(({ id }) => [id, `page-of-${id}`]));
  return {
    html,
    chapters: chapters.map(withoutMarks),
    title: plainTitle,
    entries,
    slots,
    references,
    charts: new Map([...edition.charts].map(([id, { completeness }]) => [id, completeness])),
    blocks: request.unproven ? [] : expectedBlocks(draft, html, slots),
  };
}

function lintOf({ lint, memo = NO_MEMO }: ComposeRequest): NonNullable<ComposeRequest["lint"]> {
  return lint ?? ((html, styles) => keptLint(html, styles, memo));
}

/** “Revision 2, 1 December 2026”; nothing before the first release. */
function revisionLabel({ label, edition }: Draft, { revision }: ComposeRequest): string {
  if (!revision) return "";
  return label("labels.imprint.revision", { n: revision.number, date: printDate(revision.date, edition) });
}

function fontNames({ edition, label }: Draft): string {
  return [...new Set(FACES[edition.language].map(({ family }) => family))].join(
    label("labels.list.separator"),
  );
}

function render(engine: Engine, draft: Draft, template: Template, context: Context): string {
  return guarded(draft, () => compileOnce(engine, template)(context));
}

/** Runs what renders a template; what the template uses and does not exist becomes a diagnostic. */
function guarded(draft: Draft, render: () => string): string {
  try {
    return render();
  } catch (cause) {
    if (!(cause instanceof TemplateError)) throw cause;
    draft.diagnostics.push(
      error({
        code: FAILED,
        message: cause.message,
        place: cause.place,
        hints: ["look for a misspelling; the engine's own templates/ show what can be used where"],
      }),
    );
    return "";
  }
}

function noTemplate(file: string): Diagnostic {
  return error({
    code: "no-template",
    message: `the template ${file} does not exist`,
    place: { file },
    hints: ["add it, or take the chapter out of report.yaml"],
  });
}
