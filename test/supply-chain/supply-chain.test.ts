import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { softwareBill } from "../../src/deliver/sbom.ts";
import { packagesOf, thirdParty } from "./third-party.ts";

const read = (path: string): string => readFileSync(join(import.meta.dirname, "../..", path), "utf8");
const lock = JSON.parse(read("package-lock.json"));
const manifest = JSON.parse(read("package.json"));

test("THIRD-PARTY.md is that of the lock file (npm run third-party)", () => {
  expect(read("THIRD-PARTY.md")).toBe(thirdParty(lock));
});

/** Licences under which everything may be used as it is, also in an office that publishes what it makes. */
const ALLOWED =
  /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|Python-2\.0|PSF-2\.0|CC0-1\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Unlicense|Zlib)\)?$/;

test("every package has a hash, and a licence that asks for nothing but its text", () => {
  const wrong = packagesOf(lock).filter(
    ({ license = "", integrity }) =>
      integrity === undefined || !license.split(/ AND | OR /).every((part) => ALLOWED.test(part)),
  );
  expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test("only approved install scripts run: Node’s, which puts its program in place", () => {
  const scripts = packagesOf(lock)
    .filter(({ hasInstallScript }) => hasInstallScript)
    .map(({ name }) => name);
  expect(scripts.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  expect(Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed)).toEqual([["node", true]]);
});

test("direct dependencies are pinned to one version", () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

test("the bill of materials is CycloneDX, the same each time, and names fonts and browser by their hashes", () => {
  const bill = softwareBill(read("package-lock.json"));
  expect(bill).toBe(softwareBill(read("package-lock.json")));
  expect(bill).not.toMatch(/serialNumber|timestamp/);
  const { bomFormat, components } = JSON.parse(bill);
  expect(bomFormat).toBe("CycloneDX");
  const running = packagesOf(lock).filter(({ dev }) => dev !== true);
  expect(components.length).toBe(new Set(running.map(({ name, version }) => `${name} ${version}`)).size);
  const chromium = components.find(({ name }: { name: string }) => name === "@sparticuz/chromium");
  expect(chromium.purl).toBe(`pkg:npm/%40sparticuz/chromium@${manifest.dependencies["@sparticuz/chromium"]}`);
  expect(chromium.hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
  expect(components.some(({ name }: { name: string }) => name === "vitest")).toBe(false);
});
