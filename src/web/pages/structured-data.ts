import type { DataFile } from "../../model/data-file.ts";
import { plainText } from "../../model/inline.ts";
import { DATA } from "../parts/exhibits.ts";
import type { WebContext } from "../request.ts";

/** Text keys of what the paper says of itself. */
const SUBJECT = "metadata.subject";
const KEYWORDS = "metadata.keywords";
const AUTHOR = "metadata.author";

/** What a machine reads of an edition. */
export interface Description {
  readonly title: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The office that the paper is by; empty when it does not say so. */
  readonly author: string;
  /** Day of the revision, ISO 8601. */
  readonly date: string;
}

/** What the paper says of itself, in the edition's language. */
export function descriptionOf({ report, edition, own }: WebContext): Description {
  const text = (key: string) => plainText(edition.texts.get(key)?.nodes ?? []);
  return {
    title: own.title,
    subject: text(SUBJECT),
    keywords: text(KEYWORDS)
      .split(/[;；]/)
      .map((word) => word.trim())
      .filter(Boolean),
    author: text(AUTHOR),
    date: report.revisions.date ?? report.date,
  };
}

type Json = Readonly<Record<string, unknown>>;

/** The report and its data sets in the words of schema.org, as JSON-LD. Addresses are relative where the site's is not known. */
export function structuredData(context: WebContext, data: readonly DataFile[]): string {
  const { report, edition, own, siblings } = context;
  const { title, subject, keywords, author, date } = descriptionOf(context);
  const { current } = report.revisions;
  const publisher = author === "" ? {} : { author: { "@type": "Organization", name: author } };
  const work = { name: title, inLanguage: edition.language, dateModified: date, ...publisher };
  const graph: Json[] = [
    {
      "@type": "Report",
      "@id": addressOf("", context),
      url: addressOf("", context),
      ...work,
      ...(subject === "" ? {} : { description: subject }),
      ...(keywords.length === 0 ? {} : { keywords }),
      ...(current === null ? {} : { version: String(current) }),
      creativeWorkStatus: edition.state === "draft" ? "Draft" : "Published",
      temporalCoverage: String(report.year),
      isBasedOn: [...report.sources.values()].map(({ title: name, url }) => ({
        "@type": "CreativeWork",
        name,
        ...(url === null ? {} : { url }),
      })),
      workTranslation: siblings
        .filter((sibling) => sibling !== own)
        .map((sibling) => ({
          "@type": "Report",
          "@id": addressOf("", context, sibling.folder),
          name: sibling.title,
          inLanguage: sibling.language,
        })),
    },
    ...data.map((file) => dataset(file, work, context)),
  ];
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
}

/** A data set; search engines want at least 50 characters of description, and the one who made it as `creator`. */
function dataset({ name, mime, description }: DataFile, work: Json, context: WebContext): Json {
  const url = addressOf(`${DATA}/${name}`, context);
  const { title, subject } = descriptionOf(context);
  return {
    "@type": "Dataset",
    "@id": url,
    ...work,
    name: description,
    description: [`${title}: ${description}`, subject].filter(Boolean).join(" – "),
    ...("author" in work ? { creator: work.author } : {}),
    temporalCoverage: String(context.report.year),
    isPartOf: { "@id": addressOf("", context) },
    isAccessibleForFree: true,
    distribution: [{ "@type": "DataDownload", encodingFormat: mime, contentUrl: url }],
  };
}

/** Address of a file of an edition: absolute where the site's address is known, else seen from the edition's pages. */
export function addressOf(
  file: string,
  { address, own }: Pick<WebContext, "address" | "own">,
  folder = own.folder,
): string {
  if (address !== null) return `${address}${folder}/${file}`;
  return folder === own.folder ? file || "./" : `../${folder}/${file}`;
}
