import type Big from "big.js";
import type { ChartSpec } from "../../../model/report.ts";
import type { ChartContents } from "./entries.ts";
import type { Layout, Standing } from "./layout.ts";
import type { Problem } from "./names.ts";
import { centre } from "./pieces.ts";

type Amount = (category: Pick<Standing, "id">) => Big | null;

/**
 * Rows without a value have nothing beside their names that could tell them apart: where all others stand in the chart’s order, they must
 * too. A specification that sorts its rows itself is left alone.
 */
export function sequenceProblems(
  { categories, upright }: Layout,
  { entries }: ChartContents,
  { order }: Pick<ChartSpec, "order">,
): Problem[] {
  if (categories.some(({ pieces }) => pieces.length !== 1)) return [];
  const amount: Amount = ({ id }) =>
    entries.find(({ row, column }) => row.id === id || column.id === id)?.figure?.value ?? null;
  const at = ({ pieces: [piece] }: Standing) => (!piece ? 0 : upright ? centre(piece) : -piece.baseline);
  const found = [...categories].sort((a, b) => at(a) - at(b));
  const wanted = order === "official" ? categories : [...categories].sort(falling(amount));
  const wrong = wanted.flatMap((category, index) => {
    const instead = found[index];
    return instead && instead.id !== category.id ? [{ category, instead }] : [];
  });
  const [first] = wrong;
  if (!first || wrong.some(({ category }) => amount(category) !== null)) return [];
  const message = `names “${first.instead.name}” where “${first.category.name}” should stand`;
  return [{ code: "label-misplaced", message }];
}

/** Larger first; what has no value comes last and keeps its order. */
function falling(amount: Amount): (a: Standing, b: Standing) => number {
  return (a, b) => {
    const [left, right] = [amount(a), amount(b)];
    return left && right ? right.cmp(left) : Number(left === null) - Number(right === null);
  };
}
