// Reads and compiles the templates of this repository for the bundle: each of them would be parsed and compiled anew by every process.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { ROOT } from "./bundle-stamp.mjs";

/** A module that is to hold them: `src/templating/ready.ts`, whose table is empty in the sources. */
export const readyTemplates = {
  name: "ready-templates",
  async transform(code, id) {
    if (!id.endsWith(join("src", "templating", "ready.ts"))) return null;
    const table = `new Map([${(await madeReady()).join(",\n")}])`;
    const filled = code.replace(/(const READY\b[^=]*= )new Map\(\)/, (_, head) => `${head}${table}`);
    if (filled === code) throw new Error("ready.ts has no empty table for templates");
    return filled;
  },
};

/** The entries of the table as JavaScript. A template with anything wrong is left to the program, which says what. */
async function madeReady() {
  const { default: Handlebars } = await import("handlebars");
  const { prepareTemplate } = await import("../src/templating/prepare.ts");
  const { usedNames } = await import("../src/templating/uses.ts");
  const { inheritedName } = await import("../src/compose/engine.ts");
  return templateFiles().flatMap(({ name, file, source }) => {
    try {
      const { program, options } = prepareTemplate({ name, file, source });
      if (inheritedName(program, file)) return [];
      const compiled = Handlebars.precompile(program, options);
      // With a source map beside it where it knows the file's name.
      const specification = compiled.code ?? compiled;
      const [key, text, used] = [file, source, usedNames(program)].map((part) => JSON.stringify(part));
      return [`[${key}, { source: ${text}, uses: ${used}, specification: ${specification} }]`];
    } catch {
      return [];
    }
  });
}

/** As the program names them (`src/check/templates.ts`). */
function templateFiles() {
  return readdirSync(join(ROOT, "templates"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hbs"))
    .sort()
    .map((path) => {
      const name = path.split(sep).join("/").slice(0, -".hbs".length);
      const source = readFileSync(join(ROOT, "templates", path), "utf8");
      return { name, file: `templates/${name}.hbs`, source };
    });
}
