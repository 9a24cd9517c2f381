import { notesOf } from "../model/chart-binding.ts";
import type { DrawnChart } from "../model/composition.ts";
import { type Diagnostic, error, warning } from "../model/diagnostic.ts";
import type { ChartView } from "../model/edition.ts";
import { families } from "../model/faces.ts";
import { cleanSvg } from "./clean-svg.ts";
import { CHART_WIDTH, type Framed, frame, panel } from "./frame.ts";
import type { TextMeasure } from "./measure.ts";
import { type Rendering, render } from "./vega.ts";

/**
 * A drawn chart: an `<svg role="img">` with its alternative text, as wide as the page's text; all text is real text in the
 * edition's sans family.
 */
export interface Drawing extends DrawnChart {
  /** What Vega found wrong with the specification; with an error the SVG is empty. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Draws a chart, or the “data not supplied” panel when it has no data at all. Same view, same bytes. */
export async function drawChart(view: ChartView, measure: TextMeasure): Promise<Drawing> {
  const notes = notesOf(view);
  if (view.completeness === "none") return drawn(view, panel(view, notes, measure), []);
  try {
    const rendering = await render(view.spec, {
      language: view.language,
      family: families(view.language).sans,
      measure,
    });
    const drawing = { body: cleanSvg(rendering.svg, `chart-${view.id}`), height: rendering.height, notes };
    return drawn(view, frame(view, drawing, measure), complaints(view, rendering));
  } catch (cause) {
    return drawn(view, { svg: "", height: 0 }, [failure(view, cause)]);
  }
}

function drawn({ id }: ChartView, { svg, height }: Framed, diagnostics: readonly Diagnostic[]): Drawing {
  return { id, svg, width: CHART_WIDTH, height, diagnostics };
}

function complaints(view: ChartView, { warnings, width }: Rendering): Diagnostic[] {
  const heard = warnings.map((text) =>
    warning({
      code: "chart-warning",
      message: `the chart ${view.id}, in ${view.language}: ${text}`,
      place: place(view),
    }),
  );
  if (width <= CHART_WIDTH) return heard;
  const wide = warning({
    code: "chart-too-wide",
    message: `the chart ${view.id} is ${Math.ceil(width)} px wide in ${view.language}, the page has ${CHART_WIDTH} px`,
    place: place(view),
    hints: ["make its panels or its labels' column narrower"],
  });
  return [...heard, wide];
}

const place = ({ id }: ChartView) => ({ file: `templates/charts/${id}.vl.json` });

function failure(view: ChartView, cause: unknown): Diagnostic {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return error({
    code: "chart-cannot-be-drawn",
    message: `the chart ${view.id} cannot be drawn: ${reason}`,
    place: place(view),
    hints: ["the specification must be valid Vega-Lite 6 and name only fields that its data has"],
  });
}
