import { type Context, Hono } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { isLanguage, type Language } from "../model/language.ts";
import type { Asset, Assets, Desk, PreviewEvent } from "./desk.ts";
import { fontRules } from "./fonts.ts";
import { type Door, refusal } from "./guard.ts";
import { FRAME_HTML, type PageRequest, pageHtml } from "./page.ts";

/** The words of the page itself. */
const PAGE_LANGUAGE: Language = "en";

/** What the server of a preview is made of. */
export interface AppRequest {
  readonly desk: Desk;
  readonly assets: Assets;
  readonly page: PageRequest;
  /** Its address, known once it listens. */
  readonly door: () => Door;
}

const OWN =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src data:; base-uri 'none'; form-action 'none'";
/** The page runs its own script and nothing else; the frames with the editions run none. */
const PAGE_POLICY = `${OWN}; script-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'`;
const FRAME_POLICY = `${OWN}; frame-ancestors 'self'`;

/** The preview's server as a function from requests to responses. All addresses begin with the token. */
export function createApp({ desk, assets, page, door }: AppRequest): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const refused = refuse(context, door());
    if (refused) return refused;
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  });
  app.get("/:token/", (context) => html(context, pageHtml(page), PAGE_POLICY));
  app.get("/:token", (context) => context.redirect(`/${context.req.param("token")}/`));
  app.get("/:token/frame", (context) => html(context, FRAME_HTML, FRAME_POLICY));
  app.get("/:token/assets/:name", (context) => answer(context, assets.asset(context.req.param("name"))));
  app.get("/:token/fonts/:name", async (context) => {
    const name = context.req.param("name");
    const language = name.replace(/\.css$/, "");
    if (name === "page.css") return answer(context, styleSheet(fontRules(PAGE_LANGUAGE)));
    if (!isLanguage(language)) return answer(context, await assets.font(name));
    const rules = await desk.fonts(language);
    return answer(context, rules === null ? null : styleSheet(rules));
  });
  app.get("/:token/events", (context) => events(context, desk));
  app.get("/:token/figure", (context) => json(context, desk.figure(context.req.query("ref") ?? "")));
  app.get("/:token/text", async (context) =>
    json(context, await asked(context, (language) => desk.text(language, context.req.query("key") ?? ""))),
  );
  app.get("/:token/chart", async (context) =>
    json(context, await asked(context, (language) => desk.chart(language, context.req.query("id") ?? ""))),
  );
  app.post("/:token/print", async (context) => {
    const begun = await asked(context, async (language) => desk.print(language));
    if (begun === null) return context.text("There is no such edition.", 404);
    return begun ? context.body(null, 202) : context.text("Another PDF is being made.", 409);
  });
  app.get("/:token/pdf/:name", (context) => pdf(context, desk));
  app.all("*", (context) => wrongMethod(context));
  app.onError((_, context) => context.text("The preview failed at this request.", 500));
  return app;
}

const HEADERS = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
};

function refuse({ req, text }: Context, door: Door): Response | null {
  const [, token = ""] = new URL(req.url).pathname.split("/");
  const refused = refusal(
    {
      method: req.method,
      host: req.header("host"),
      origin: req.header("origin"),
      site: req.header("sec-fetch-site"),
      token,
    },
    door,
  );
  return refused && text(refused.words, refused.status, HEADERS);
}

function html(context: Context, body: string, policy: string): Response {
  context.header("Content-Security-Policy", policy);
  return context.html(body);
}

function styleSheet(body: string): Asset {
  return { type: "text/css; charset=utf-8", body };
}

function answer(context: Context, asset: Asset | null): Response | Promise<Response> {
  if (!asset) return context.notFound();
  return context.body(asset.body, 200, { "Content-Type": asset.type });
}

function json(context: Context, value: object | null): Response | Promise<Response> {
  return value === null ? context.notFound() : context.json(value);
}

/** Asks in the language that the address names; null for none of ours. */
async function asked<T>({ req }: Context, ask: (language: Language) => Promise<T | null>): Promise<T | null> {
  const language = req.query("language") ?? "";
  return isLanguage(language) ? ask(language) : null;
}

async function pdf(context: Context, desk: Desk): Promise<Response> {
  const language = (context.req.param("name") ?? "").replace(/\.pdf$/, "");
  const found = isLanguage(language) ? await desk.pdf(language) : null;
  if (!found) return context.notFound();
  return context.body(new Uint8Array(found.bytes), 200, {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${found.name}"`,
  });
}

/** Where something else can be asked for, another method is no lack of the thing. */
function wrongMethod(context: Context): Response | Promise<Response> {
  const isPrint = /^\/[^/]+\/print$/.test(new URL(context.req.url).pathname);
  const allowed = isPrint ? ["POST"] : ["GET", "HEAD"];
  if (allowed.includes(context.req.method)) return context.notFound();
  return context.text("This cannot be done here.", 405, { Allow: allowed.join(", ") });
}

/** The line on which a page hears of changes: the state and the editions that it asks for, at once and whenever they change. */
function events(context: Context, desk: Desk): Response {
  const languages = (context.req.queries("show") ?? []).filter(isLanguage);
  return streamSSE(context, async (stream) => {
    const sent = new Map<Language, number>();
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = (work: () => Promise<unknown>) => {
      last = last.then(work).catch(() => stream.abort());
    };
    const end = desk.listen(languages, (event) =>
      inTurn(() => tell(stream, desk, { event, languages, sent })),
    );
    const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
    inTurn(() => tell(stream, desk, { event: { event: "shown" }, languages, sent }));
    await ended;
    end();
  });
}

interface Telling {
  readonly event: PreviewEvent;
  readonly languages: readonly Language[];
  /** Versions of the editions that this page has. */
  readonly sent: Map<Language, number>;
}

async function tell(stream: SSEStreamingApi, desk: Desk, { event, languages, sent }: Telling): Promise<void> {
  const send = (name: string, data: unknown) => stream.writeSSE({ event: name, data: JSON.stringify(data) });
  if (event.event === "print" || event.event === "pages") return send(event.event, event.message);
  for (const language of event.event === "shown" ? languages : []) {
    const edition = await desk.edition(language);
    if (!edition || sent.get(language) === edition.version) continue;
    sent.set(language, edition.version);
    await send("edition", edition);
  }
  await send("state", desk.state());
}
