import type {
  ChartCard,
  EditionMessage,
  FigureCard,
  PagesMessage,
  PrintMessage,
  StateMessage,
  TextCard,
} from "../messages.ts";

/** Who listens to what the server tells. */
export interface Listeners {
  readonly state: (message: StateMessage) => void;
  readonly edition: (message: EditionMessage) => void;
  readonly pages: (message: PagesMessage) => void;
  readonly print: (message: PrintMessage) => void;
  /** The server can be heard, or not. */
  readonly heard: (connected: boolean) => void;
}

/** The line to the server. */
export interface Connection {
  /** Asks for these editions, now and whenever they change. */
  readonly watch: (languages: readonly string[]) => void;
  readonly close: () => void;
}

/** Opens the line; nothing comes before editions are asked for. The browser opens it again when it breaks. */
export function connect(listeners: Listeners): Connection {
  let source: EventSource | null = null;
  const hear = <T>(name: string, listener: (message: T) => void) =>
    source?.addEventListener(name, (event) =>
      listener(JSON.parse((event as MessageEvent<string>).data) as T),
    );
  const watch = (languages: readonly string[]) => {
    source?.close();
    source = new EventSource(`events?${languages.map((tag) => `show=${encodeURIComponent(tag)}`).join("&")}`);
    source.addEventListener("open", () => listeners.heard(true));
    source.addEventListener("error", () => listeners.heard(false));
    hear("state", listeners.state);
    hear("edition", listeners.edition);
    hear("pages", listeners.pages);
    hear("print", listeners.print);
  };
  return { watch, close: () => source?.close() };
}

/** What is known of a figure. */
export function askFigure(ref: string): Promise<FigureCard | null> {
  return ask(`figure?${new URLSearchParams({ ref })}`);
}

/** What is known of a text in an edition. */
export function askText(language: string, key: string): Promise<TextCard | null> {
  return ask(`text?${new URLSearchParams({ language, key })}`);
}

/** The data of a chart in an edition's words. */
export function askChart(language: string, id: string): Promise<ChartCard | null> {
  return ask(`chart?${new URLSearchParams({ language, id })}`);
}

/** Asks for the PDF of an edition; says in words why it is not made. */
export async function askPrint(language: string): Promise<string | null> {
  const answer = await fetch(`print?${new URLSearchParams({ language })}`, { method: "POST" }).catch(
    () => null,
  );
  if (!answer) return "The preview does not answer: has it been ended?";
  return answer.ok ? null : answer.text();
}

async function ask<T>(address: string): Promise<T | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? ((await answer.json()) as T) : null;
}
