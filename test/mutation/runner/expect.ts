/** Vitest's own `expect`, with its snapshots read and never written. */
import { readFileSync } from "node:fs";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import { format } from "@vitest/pretty-format";
import { getSerializers, stripSnapshotIndentation } from "@vitest/snapshot";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** As Vitest writes a value into a snapshot. */
const written = (value: unknown): string =>
  format(value, {
    escapeRegex: true,
    escapeString: false,
    indent: 2,
    plugins: getSerializers() as never,
    printBasicPrototype: false,
    printFunctionName: false,
  });

const call = (value: unknown, message?: string) => chai.expect(value, message);
const matchers = Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT);

/** Vitest's `expect`. */
export const expect = Object.assign(call, chai.expect, matchers);
Object.assign(globalThis, { [GLOBAL_EXPECT]: expect });
setState({ assertionCalls: 0 }, expect);

const same = (found: string, wanted: string) => ({
  pass: found === wanted,
  message: () => `a snapshot differs: ${found}`,
});

/** How the plugin `JestExtend` adds matchers; its types do not say it. */
interface Extend {
  extend(expect: object, matchers: object): void;
}
const extending = chai.expect as unknown as Extend;
extending.extend(expect, customMatchers);
extending.extend(expect, {
  toMatchInlineSnapshot: (received: unknown, snapshot: string) =>
    same(written(received).trim(), stripSnapshotIndentation(snapshot).trim()),
  toMatchFileSnapshot: async (received: string, path: string) => same(received, readFileSync(path, "utf8")),
});
