/** Helpers of Handlebars itself that templates may use. */
export const BUILT_IN: readonly string[] = ["if", "unless", "each", "with"];

/** Helpers that partials and the document may use besides those of Handlebars. */
const SHARED = ["label"];

/** Helpers of the chapters: the parts of the text (`blocks.ts`) and its exhibits (`exhibits.ts`). */
const OF_CHAPTERS = ["chapter", "section", "subsection", "p", "chart", "table", ...SHARED];

/** Helpers of the web edition's templates (`src/web/engine.ts`). */
const OF_THE_WEB = [...SHARED, "breakable"];

/** The helpers that a template may use besides those of Handlebars: by its name, such as `partials/table`. */
export function helpersOf(name: string): readonly string[] {
  if (name.startsWith("chapters/")) return OF_CHAPTERS;
  return isOfTheWeb(name) ? OF_THE_WEB : SHARED;
}

/** Whether a template is one of the web edition's. */
export function isOfTheWeb(name: string): boolean {
  return name.startsWith("web/");
}
