/** A rule of a standard that a file breaks. */
export interface FailedRule {
  readonly file: string;
  /** veraPDF's name of the standard: `ua1`, `3a`. */
  readonly flavour: string;
  /** Clause and test number: `7.1-3`; empty if the file could not be validated at all. */
  readonly rule: string;
  readonly times: number;
  readonly description: string;
}

/** What was validated against one standard. */
export interface Verdict {
  readonly files: number;
  readonly failed: readonly FailedRule[];
}

/** The parts of veraPDF's JSON report that are read here. */
interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly compliant: boolean;
        readonly details: {
          readonly ruleSummaries: readonly {
            readonly clause: string;
            readonly testNumber: number;
            readonly failedChecks: number;
            readonly description: string;
          }[];
        };
      }[];
      readonly taskException?: { readonly exceptionMessage?: string };
    }[];
  };
}

/** Reads veraPDF's JSON report. A file without a result counts as failed: the validator could not read it. */
export function readReport(json: string, flavour: string): Verdict {
  const { jobs } = (JSON.parse(json) as Report).report;
  const failed = jobs.flatMap(({ itemDetails, validationResult, taskException }): FailedRule[] => {
    const file = itemDetails.name;
    const [result] = validationResult ?? [];
    if (result === undefined) {
      const description = taskException?.exceptionMessage ?? "could not be validated";
      return [{ file, flavour, rule: "", times: 1, description }];
    }
    return result.details.ruleSummaries.map(({ clause, testNumber, failedChecks, description }) => ({
      file,
      flavour,
      rule: `${clause}-${testNumber}`,
      times: failedChecks,
      description,
    }));
  });
  return { files: jobs.length, failed };
}

/** The failed rules as lines of a table. */
export function failureTable(failed: readonly FailedRule[]): string {
  return failed
    .map(({ file, flavour, rule, times, description }) =>
      [file, flavour.padEnd(3), rule.padEnd(12), `${times}×`.padStart(6), description].join("  "),
    )
    .join("\n");
}
