/**
 * Validates PDFs with veraPDF, a separate program from Maven Central: `node test/conformance/run.ts [PDF…]`, by default all of
 * `output/*` + `/*.pdf`. Exits with 1 if any rule fails, and says so where Java or Maven is missing (exit 0).
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type FailedRule, failureTable, readReport } from "./report.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const LIBRARIES = join(ROOT, "node_modules/.cache/verapdf-1.28.2");
const VALIDATOR = "org.verapdf.apps.GreenfieldCliWrapper";
/** A report may be large: each broken rule tells of its first failures. */
const BUFFER_SIZE = 256 * 1024 * 1024;

function works(command: string): boolean {
  return spawnSync(command, ["-version"], { stdio: "ignore" }).status === 0;
}

function fetchValidator(): boolean {
  if (existsSync(join(LIBRARIES, "greenfield-apps-1.28.2.jar"))) return true;
  const pom = join(import.meta.dirname, "pom.xml");
  const options = [
    "-q",
    "-B",
    "-Dstyle.color=never",
    "-f",
    pom,
    "dependency:copy-dependencies",
    `-DoutputDirectory=${LIBRARIES}`,
  ];
  return spawnSync("mvn", options, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

/** The standards that a file claims to keep; one that claims none is held to PDF/UA-1 and PDF/A-3a. */
function flavoursOf(file: string): string[] {
  const claim = /<pdfuaid:part>(\d)/.exec(readFileSync(file, "latin1"));
  return claim?.[1] === "2" ? ["ua2", "4f"] : ["ua1", "3a"];
}

function validate(flavour: string, files: readonly string[]): FailedRule[] {
  const options = ["-f", flavour, "--format", "json", "--maxfailuresdisplayed", "1"];
  const run = spawnSync("java", ["-cp", join(LIBRARIES, "*"), VALIDATOR, ...options, ...files], {
    encoding: "utf8",
    maxBuffer: BUFFER_SIZE,
  });
  const verdict = readReport(run.stdout, flavour);
  if (verdict.files !== files.length)
    throw new Error(`veraPDF looked at ${verdict.files} of ${files.length} files: ${run.stderr}`);
  return verdict.failed.map((rule) => ({ ...rule, file: relative(ROOT, rule.file) }));
}

function main(): number {
  const given = process.argv.slice(2);
  const files = (given.length > 0 ? given : globSync("output/*/*.pdf", { cwd: ROOT }).sort()).map((file) =>
    resolve(ROOT, file),
  );
  if (!works("java") || !works("mvn")) {
    console.log("skipped: no Java");
    return 0;
  }
  if (files.length === 0) {
    console.log("skipped: no PDFs (build first)");
    return 0;
  }
  if (!fetchValidator()) {
    console.error("veraPDF could not be fetched from Maven Central");
    return 1;
  }
  const byFlavour = new Map<string, string[]>();
  for (const file of files)
    for (const flavour of flavoursOf(file)) byFlavour.set(flavour, [...(byFlavour.get(flavour) ?? []), file]);
  const failed: FailedRule[] = [];
  for (const [flavour, group] of byFlavour) {
    const rules = validate(flavour, group);
    console.log(`${flavour}: ${group.length} files, ${rules.length} failed rules`);
    failed.push(...rules);
  }
  if (failed.length > 0) console.log(failureTable(failed));
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = main();
