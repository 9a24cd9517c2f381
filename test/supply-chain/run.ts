/** Writes `THIRD-PARTY.md` from the lock file: `npm run third-party`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { thirdParty } from "./third-party.ts";

const CHECKOUT = join(import.meta.dirname, "../..");
const lock = JSON.parse(readFileSync(join(CHECKOUT, "package-lock.json"), "utf8"));
writeFileSync(join(CHECKOUT, "THIRD-PARTY.md"), thirdParty(lock));
