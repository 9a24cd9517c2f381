import type { Command } from "./command.ts";
import { build } from "./commands/build.ts";
import { check } from "./commands/check.ts";
import { confirm } from "./commands/confirm.ts";
import { doctor } from "./commands/doctor.ts";
import { impact } from "./commands/impact.ts";
import { importFile } from "./commands/import.ts";
import { newYear } from "./commands/new.ts";
import { preview } from "./commands/preview.ts";
import { release } from "./commands/release.ts";

/** The commands by name. Each imports what it needs when it runs, so that `check` does not wait for the browser's code. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  build,
  check,
  preview,
  impact,
  release,
  confirm,
  import: importFile,
  new: newYear,
  doctor,
};

/** What `--help` prints. */
export const HELP = `whitepaper: annual statistical white papers in English, Chinese, Japanese and Korean

  whitepaper build    make the editions       [--year Y] [--lang L,…] [--formats F,…] [--out DIR] [--draft] [--json]
  whitepaper check    find what is wrong      [--year Y] [--report] [--json]
  whitepaper preview  see pages while writing [--year Y] [--lang L,…] [--port N] [--draft]
  whitepaper impact   what a change touches   [--year Y] [--pages] [--json]
  whitepaper release  freeze a revision       [--year Y] [--date D]
  whitepaper confirm  a translation fits      --lang L [--key K,…]
  whitepaper new Y    lay out the next year   --from Y
  whitepaper import F take figures over       F is a workbook, .xlsx  [--year Y] [--yes] [--json]
  whitepaper doctor   look at this machine    [--json]

  --year Y     the report's year; the newest in data/ if not given
  --from Y     the year whose report the new one follows
  --lang L,…   only these editions: en, zh-CN, ja, ko
  --root DIR   folder of the report's data/, locales/ and templates/; this folder if not given
  --out DIR    where to write; output/ in the report's folder if not given
  --port N     where the preview listens, on this machine only; the first free port if not given
  --date D     day of the release, such as 2021-12-31; today if not given
  --key K,…    only these texts: creation.trademarks.p1
  --report     write the editor's report as well: output/<year>/report.html
  --pages      show old and new pages side by side as well: output/<year>/impact/
  --yes        write what import shows, without asking
  --draft      build every edition as a marked draft
  --conformance ua1 or ua2: PDF/UA-1 with PDF/A-3a (if not given), or PDF/UA-2 with PDF/A-4f
  --formats F,… what to make: pdf (if not given), web, epub, data, or all
  --address U  where the web edition will stand, if report.yaml does not say it: https://…
  --json       results as JSON on stdout

Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 our bug or a broken environment.
`;
