import { beforeAll, describe, expect, test } from "vitest";
import { bindings, unbound } from "./binding.ts";
import { faultsOf, type Row, unexplained } from "./campaign.ts";
import { type Extent, pageCampaign, soundPages, soundReport, sourceCampaign } from "./campaigns.ts";
import type { SoundPage, SoundSources } from "./fault.ts";
import { INDICATOR_KINDS } from "./kinds/indicators.ts";

const EXTENT: Extent = { seed: "quick", inSources: 1, inPages: 1, inTurn: true };

let sound: SoundSources;
let pages: SoundPage[];
beforeAll(async () => {
  sound = await soundReport();
  pages = await soundPages(sound.report);
});

const missed = (rows: readonly Row[]) =>
  rows.flatMap(({ outcomes }) => outcomes.filter(({ caught }) => caught.length === 0));

describe("one fault of each kind in the report's files", () => {
  let rows: Row[];
  beforeAll(() => {
    rows = sourceCampaign(sound, EXTENT);
  });

  test("every kind finds a place for its fault", () => {
    expect(rows.filter(({ outcomes }) => outcomes.length === 0).map(({ kind }) => kind)).toEqual([]);
  });

  test("none is missed that an identity, a lint or a translation's state could find", () => {
    expect(unexplained(rows)).toEqual([]);
  });

  test("after a release every changed figure is caught", () => {
    const late = rows.flatMap(({ outcomes }) =>
      outcomes.filter(({ afterRelease }) => afterRelease === false),
    );
    expect(late).toEqual([]);
  });
});

test("one fault of each kind in the pages of four editions: none is missed without a reason", () => {
  const rows = pageCampaign(pages, EXTENT);
  expect(unexplained(rows)).toEqual([]);
  const printed = rows.filter(({ group }) => group.includes("paper"));
  expect(missed(printed)).toEqual([]);
});

test("the same seed gives the same faults, another seed others", () => {
  const whats = (seed: string) =>
    INDICATOR_KINDS.flatMap((kind) => faultsOf({ kind, sound, count: 3, seed }).map(({ what }) => what));
  expect(whats("a")).toEqual(whats("a"));
  expect(whats("a")).not.toEqual(whats("b"));
});

test("what binds a figure follows from the declared checks", () => {
  const hold = new Map(bindings(sound.report).map((binding) => [binding.ref, binding.hold]));
  expect(hold.get("patents_valid.nanjing.enterprises")).toBe("exactly");
  expect(hold.get("patents.granted_yoy")).toBe("loosely");
  expect(hold.get("mediation.disputes_settled")).toBe("not");
  expect(unbound(sound.report, ["mediation.disputes_settled"])).toBe("bound by no identity");
  expect(unbound(sound.report, ["gi.nanjing.gi", "gi.wuxi.gi"])).toBe("the sums over both are the same");
  expect(unbound(sound.report, ["gi.nanjing.gi"])).toBeNull();
});
