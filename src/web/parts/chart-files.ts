import { csvLines } from "../../model/csv-lines.ts";
import type { DataFile } from "../../model/data-file.ts";
import { plainText } from "../../model/inline.ts";
import type { WebContext } from "../request.ts";
import { chartData } from "./chart-data.ts";
import { chartFile, DATA } from "./exhibits.ts";

/** The data of each chart as CSV, with codes and labels in the edition's language. */
export function chartFiles(context: WebContext): DataFile[] {
  const printed = new Set(
    context.composition.entries.flatMap(({ kind, id }) => (kind === "chart" ? [id] : [])),
  );
  return [...context.edition.charts.values()].flatMap((view) => {
    const id = `chart-${view.id.replaceAll("_", "-")}`;
    const data = chartData(view, context);
    if (!data || !printed.has(id)) return [];
    const header = [
      `${data.key.id}_code`,
      data.key.label,
      ...data.columns.flatMap(({ id: column }) => [column, `${column}_status`]),
    ];
    const rows = data.rows.map(({ code, label, cells }) => [
      code,
      label,
      ...cells.flatMap(({ value, status }) => [value, status]),
    ]);
    const title = plainText(context.edition.texts.get(view.title)?.nodes ?? []);
    return [
      {
        name: chartFile(view.id).slice(DATA.length + 1),
        mime: "text/csv",
        text: csvLines([header, ...rows]),
        description: context.label("web.data.chart", { title }),
        shownIn: [id],
      },
    ];
  });
}
