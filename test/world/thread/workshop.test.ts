import { expect, test } from "vitest";
import { drawChart } from "../../../src/draw/chart.ts";
import { createMeasure } from "../../../src/draw/measure.ts";
import { FACES } from "../../../src/model/faces.ts";
import { cutFace } from "../../../src/web/fonts/faces.ts";
import { cutFont } from "../../../src/world/cut-font.ts";
import { readFont } from "../../../src/world/fonts.ts";
import { openWorkshop } from "../../../src/world/thread/workshop.ts";
import { view } from "../../draw/sample.ts";

const [face] = FACES.en;
if (!face) throw new Error("no face");

test("fonts come from the thread as they are cut here, each to its own order", async () => {
  const { packFont } = openWorkshop();
  const wanted = ["abc", "Patent 123"];
  const packed = await Promise.all(wanted.map((characters) => packFont(face, characters)));
  for (const [index, characters] of wanted.entries())
    expect(
      Buffer.from(packed[index] ?? []).equals(await cutFace(await readFont(face), { characters }, cutFont)),
    ).toBe(true);
});

test("charts come from the thread as they are drawn here", async () => {
  const { drawChart: drawThere, prepare } = openWorkshop();
  prepare();
  const views = (["en", "ko"] as const).map((language) => view("gi_by_region", language));
  const drawn = await Promise.all(views.map(drawThere));
  for (const [index, each] of views.entries()) {
    const fonts = FACES[each.language].filter(({ role }) => role === "sans");
    const measure = createMeasure(
      await Promise.all(fonts.map(async (font) => ({ ...font, bytes: await readFont(font) }))),
    );
    expect(drawn[index]).toEqual(await drawChart(each, measure));
  }
});

test("a font that is not there is a fault, and the next one is packed all the same", async () => {
  const { packFont } = openWorkshop();
  await expect(packFont({ ...face, file: "nothing.ttf" }, "a")).rejects.toThrow(/nothing\.ttf|ENOENT/);
  expect((await packFont(face, "a")).length).toBeGreaterThan(100);
});

test("a thread that rests is started again for the next order, and one that is waited for does not rest", async () => {
  const { packFont, rest, end } = openWorkshop();
  await rest();
  const busy = packFont(face, "abc");
  await rest();
  const first = await busy;
  const resting = rest();
  const again = packFont(face, "abc");
  await resting;
  expect(Buffer.compare(await again, first)).toBe(0);
  await end();
  await expect(packFont(face, "abc")).rejects.toThrow("has ended");
});

test("to end waits for a thread that rests, too", async () => {
  const { packFont, rest, end } = openWorkshop();
  await packFont(face, "abc");
  let rested = false;
  void rest().then(() => {
    rested = true;
  });
  await end();
  expect(rested).toBe(true);
});
