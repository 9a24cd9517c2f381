import { symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPreview, type TestPreview } from "../../support/preview.ts";

let preview: TestPreview;
let base: URL;
beforeAll(async () => {
  preview = await startPreview();
  base = new URL(preview.address);
});
afterAll(async () => {
  await preview.end();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends a path as it is: `fetch` would tidy it up before. */
function ask(path: string, { method = "GET", headers = {} }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: base.port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const inside = (path: string): string => `${base.pathname}${path}`;

test("the page, its scripts and its fonts are answered, with a policy that lets in nothing else", async () => {
  const page = await ask(inside(""));
  expect(page.status).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(page.headers["referrer-policy"]).toBe("no-referrer");
  const script = await ask(inside("assets/main.ts"));
  expect(script.headers["content-type"]).toContain("text/javascript");
  expect(script.body).not.toContain("import type");
  expect((await ask(inside("fonts/ja.css"))).body).toContain("Noto Serif JP");
  expect((await ask(inside("fonts/page.css"))).body).toContain("Source Sans 3");
  const frame = await ask(inside("frame"));
  expect(frame.headers["content-security-policy"]).not.toContain("script-src");
});

test("no path leads out of the preview's own files, however it is written", async () => {
  await writeFile(join(preview.folder, "secret.txt"), "a secret");
  await symlink("/etc/hostname", join(preview.folder, "data/2030/link.csv"));
  const paths = [
    "assets/../../package.json",
    "assets/..%2f..%2f..%2fpackage.json",
    "assets/%2e%2e/%2e%2e/package.json",
    "assets/..%252f..%252fpackage.json",
    "assets/..\\..\\package.json",
    "assets/..%5c..%5cpackage.json",
    "assets//etc/passwd",
    "assets/main.ts%00.css",
    "assets/__proto__",
    "fonts/../../../../../../etc/passwd",
    "fonts/..%2f..%2f..%2fetc%2fpasswd",
    "pdf/..%2f..%2fdata%2f2030%2findicators.yaml",
    "secret.txt",
    "data/2030/link.csv",
    "data/2030/indicators.yaml",
    "%E0%A4%A",
    "assets/%",
  ];
  for (const path of paths) {
    const { status, body } = await ask(inside(path));
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    expect(body).not.toMatch(/root:|a secret|devDependencies|indicators:/);
  }
});

test("without the token there is nothing, and it is not told", async () => {
  for (const path of [
    "/",
    "/wrong/",
    "/a-token-of-the-tes/",
    "/a-token-of-the-testx/",
    "//a-token-of-the-test/",
    "/favicon.ico",
  ]) {
    const { status, body } = await ask(path);
    expect([path, status]).toEqual([path, 403]);
    expect(body).not.toContain("a-token-of-the-test");
  }
});

test("another host's name, or another site's page, is refused", async () => {
  const hosts = [
    "evil.example",
    `evil.example:${base.port}`,
    "127.0.0.1",
    "127.0.0.1:1",
    "0.0.0.0",
    `[::1]:${base.port}`,
  ];
  for (const host of hosts) {
    const { status } = await ask(inside(""), { headers: { host } });
    expect([host, status]).toEqual([host, 421]);
  }
  const foreign = { origin: "http://evil.example" };
  expect((await ask(inside("events?show=en"), { headers: foreign })).status).toBe(403);
  expect((await ask(inside("figure?ref=loans.yoy"), { headers: { origin: "null" } })).status).toBe(403);
  expect((await ask(inside("print?language=en"), { method: "POST", headers: foreign })).status).toBe(403);
  const crossSite = { "sec-fetch-site": "cross-site" };
  expect((await ask(inside("print?language=en"), { method: "POST", headers: crossSite })).status).toBe(403);
  expect((await ask(inside("figure?ref=loans.yoy"), { headers: { origin: base.origin } })).status).toBe(200);
});

test("what cannot be done says so", async () => {
  const put = await ask(inside(""), { method: "PUT" });
  expect([put.status, put.headers.allow]).toEqual([405, "GET, HEAD"]);
  const read = await ask(inside("print"));
  expect([read.status, read.headers.allow]).toEqual([405, "POST"]);
  expect((await ask(inside(""), { method: "HEAD" })).status).toBe(200);
  expect((await ask(inside("nothing"))).status).toBe(404);
  expect((await ask(inside("figure?ref=no.such"))).status).toBe(404);
  expect((await ask(inside("text?language=xx&key=lending.title"))).status).toBe(404);
  expect((await ask(inside("print?language=xx"), { method: "POST" })).status).toBe(404);
  expect((await ask(inside("pdf/en.pdf"))).status).toBe(404);
});

test("a port in use is a clear diagnostic when it was asked for, else the next one is taken", async () => {
  const second = await startPreview();
  expect(new URL(second.address).port).not.toBe(base.port);
  expect(await second.end()).toBe(0);
  const third = await startPreview({ port: Number(base.port) });
  expect(third.address).toBe("");
  expect(third.reported.map(({ code }) => code)).toEqual(["port-in-use"]);
  expect(await third.end()).toBe(1);
});
