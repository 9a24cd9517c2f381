/**
 * The floor: what anybody's printing with Puppeteer takes at least. Prints ready HTML files once, one after the other, in one page of one
 * browser: `node floor.ts <browser> <library folder or ""> <folder of HTML files>`.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchRaw } from "./raw-browser.ts";

const [browserPath = "", libraries = "", folder = ""] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".html"));
const browser = await launchRaw(browserPath, libraries);
const page = await browser.newPage();
for (const name of files.sort()) {
  await page.goto(pathToFileURL(join(folder, name)).href);
  const path = join(folder, name.replace(/html$/, "pdf"));
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
}
await browser.close();
