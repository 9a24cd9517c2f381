import { expect, test } from "vitest";
import { refusal } from "../../src/preview/guard.ts";

const knock = (host: string, port: number, origin?: string) =>
  refusal({ method: "GET", host, origin, site: undefined, token: "secret" }, { port, token: "secret" })
    ?.status ?? 200;

test("at the port of the web, browsers do not name it", () => {
  expect(knock("127.0.0.1", 80, "http://127.0.0.1")).toBe(200);
  expect(knock("localhost", 80)).toBe(200);
  expect(knock("evil.example", 80)).toBe(421);
  expect(knock("127.0.0.1", 80, "http://evil.example")).toBe(403);
  expect(knock("127.0.0.1", 4021)).toBe(421);
  expect(knock("127.0.0.1:4021", 4021, "http://127.0.0.1")).toBe(403);
});
