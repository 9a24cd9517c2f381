import { z } from "zod";
import { decimalPlaces, identifier, isoDate, wholeNumber } from "./scalars.ts";

const source = z.strictObject({
  /** Title of the publication or data service; only a draft may leave it open. */
  title: z.string().min(1).nullish(),
  /** Where it can be read. */
  url: z.url({ protocol: /^https?$/, error: "a web address (https://…)" }).nullish(),
});

const unit = z.strictObject({
  /** What it measures; decides which formats a figure can be printed in. */
  kind: z.enum(["count", "decimal", "percent", "money", "rank", "year", "date"]),
  /** One unit is so many base units: 1000000 for `million-yuan`. */
  scale: wholeNumber.default(1),
});

const member = z
  .strictObject({
    /** How the member is written in CSV files. */
    name: z.string().min(1).optional(),
    /** The same, when it is written in several ways. */
    names: z.array(z.string().min(1)).min(1).optional(),
    /** `city`, `subregion`, `province`, …; charts and tables choose rows by it. */
    kind: identifier,
  })
  .catchall(z.string());

const column = z.strictObject({
  /** Unit of all its values, as declared under `units`. */
  unit: identifier,
  /** Source of its values, when it is not the table's. */
  source: identifier.optional(),
  /** Columns of one group stand under a common header, `exhibits.tables.<id>.groups.<group>`. */
  group: identifier.optional(),
  /** Decimal places that every value must be written with. */
  places: decimalPlaces.optional(),
});

const table = z.strictObject({
  /** The CSV, relative to the year's folder; `tables/<id>.csv` if not given. */
  file: z.string().optional(),
  /** The column that names each row, and the dimension whose members it may name. */
  key: z.strictObject({ column: z.string().min(1), dimension: identifier.optional() }),
  /** Columns that repeat an attribute of the member (`type: kind`); they must agree with the dimension. */
  attributes: z.record(z.string(), z.string()).default({}),
  /** Columns that say something of the whole row: its `status`, `source`, `url`. */
  row: z
    .strictObject({
      status: z.string().optional(),
      source: z.string().optional(),
      url: z.string().optional(),
    })
    .default({}),
  /** What an empty cell means. */
  blank: z.enum(["missing", "not-applicable"]).default("missing"),
  /** Source of its values. */
  source: identifier,
  /** The columns of values, in the order in which they are printed. */
  columns: z.record(identifier, column),
});

/** `data/<year>/report.yaml`: what the report is made of. */
export const reportSchema = z.strictObject({
  /** The year that the paper reports on. */
  year: wholeNumber,
  /**
   * Date of this edition; it stands in the PDF's metadata, so that the same content gives the same bytes. Only a draft may leave it
   * open, and is dated the last day of its year.
   */
  date: isoDate.nullish(),
  /** Web address at which the web edition will stand; without it, its pages name no absolute addresses and there is no sitemap. */
  address: z.url({ protocol: /^https?$/, error: "a web address (https://…)" }).nullish(),
  /** The report of an earlier year that this one is compared with: its figures are `previous.<reference>` here. */
  previous: wholeNumber.optional(),
  /** The editions by language tag (en, zh-CN, ja, ko), and whether each may be released or is a draft. */
  languages: z.record(z.string(), z.strictObject({ state: z.enum(["released", "draft"]) })),
  /** The chapters in order; each has a template `templates/chapters/<id>.hbs` and texts `locales/<lang>/<year>/<id>.json`. */
  chapters: z.array(identifier).min(1),
  /** Where figures come from. */
  sources: z.record(identifier, source),
  /** Units of measurement. */
  units: z.record(identifier, unit),
  /** Lists of members in official order: regions, owners, types. */
  dimensions: z.record(identifier, z.record(identifier, member)).default({}),
  /** The tables; each is one CSV. */
  tables: z.record(identifier, table).default({}),
});

/** A report file that fits the schema. */
export type ReportFile = z.output<typeof reportSchema>;
