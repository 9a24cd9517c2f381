import { beforeAll, expect, test } from "vitest";
import { browserHangs, browserOutOfMemory, rendererCrashes } from "./browser-faults.ts";
import { buildOnce, delivered } from "./build-process.ts";
import { clockJumps } from "./clock.ts";
import {
  atOnce,
  browserKilled,
  type FaultResult,
  type FaultWorld,
  fullDisk,
  inPlaces,
  killed,
  signalled,
  spoiledCache,
} from "./faults.ts";
import { previewsSignalled } from "./previews.ts";
import { openInViewer } from "./viewers.ts";

/** A few of each, which `npm run reliability` does many times. */
let world: FaultWorld;

beforeAll(async () => {
  const expected = await inPlaces(async (places) => {
    await buildOnce(places);
    return delivered(places.output);
  });
  expect(Object.keys(expected)).toContain("2030/white-paper-2030.en.pdf");
  world = { expected, times: 1, seed: "short" };
});

/** Long for a busy machine; on an idle one each takes some seconds. */
const PATIENCE = { timeout: 180_000 };

const sound = async (result: Promise<FaultResult>) => expect((await result).wrong).toEqual([]);

test("a build that is killed loses nothing, and the next gives the same bytes", PATIENCE, () =>
  sound(killed(world)),
);
test("a build that is told to end leaves nothing behind", PATIENCE, () => sound(signalled(world)));
test("a browser that is killed is replaced, and the bytes are the same", PATIENCE, () =>
  sound(browserKilled(world)),
);
test("a spoiled cache is as none", PATIENCE, () => sound(spoiledCache(world)));
test("a full disk and one that can only be read are told, and lose nothing", PATIENCE, () =>
  sound(fullDisk(world)),
);
test("two builds at once give the same bytes", PATIENCE, () => sound(atOnce(2, world)));
test("a browser that hangs is given up, and told", PATIENCE, () => sound(browserHangs(world)));
test("a browser without memory is told or replaced", PATIENCE, () => sound(browserOutOfMemory(world)));
test("a page that crashes is printed again", PATIENCE, () => sound(rendererCrashes(world)));
test("a wrong clock changes nothing", PATIENCE, () => sound(clockJumps(world)));
test("who has a PDF open keeps the old one", PATIENCE, () => sound(openInViewer(world)));
test("a preview that is told to end leaves nothing behind", PATIENCE, () => sound(previewsSignalled(world)));
