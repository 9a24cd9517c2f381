import type { Attachment, FinishRequest } from "../../src/finish/request.ts";

/** A made-up attachment. */
export const ATTACHMENT: Attachment = {
  name: "table-1.csv",
  mime: "text/csv",
  bytes: Buffer.from("region,value\n华东,1\n"),
  description: "Data of table 1 表",
  relationship: "Data",
  shownIn: ["table-1"],
};

/** A request for a sample report. */
export function request(more: Partial<FinishRequest> = {}): FinishRequest {
  return {
    conformance: "ua1-a3a",
    metadata: {
      title: "Sample <White Paper> & Annual Report",
      author: "The Office",
      subject: "Statistics of 2021",
      keywords: ["patents", "商标"],
      language: "en",
      date: "2022-04-26",
      version: "1",
      creator: "Creator 1",
      producer: "Producer 1",
    },
    attachments: [ATTACHMENT],
    pageLabels: [
      { from: 0, style: "roman" },
      { from: 2, style: "decimal" },
    ],
    outlineLevels: 2,
    ...more,
  };
}
