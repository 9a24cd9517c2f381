import puppeteer, { type Browser, type Frame, type Page } from "puppeteer";
import { findBrowsers } from "../../src/world/browser/find.ts";
import { thisHost } from "../../src/world/browser/host.ts";

/** A person with a browser: the bundled one, which may reach this machine, unlike the one that prints. */
export async function openReader(): Promise<Browser> {
  for await (const found of findBrowsers(thisHost())) {
    if (!found.ok) continue;
    const libraries = found.libraries === undefined ? {} : { LD_LIBRARY_PATH: found.libraries };
    return puppeteer.launch({
      executablePath: found.path,
      headless: "shell",
      args: ["--no-sandbox", "--font-render-hinting=none", "--disable-gpu"],
      env: { ...process.env, ...libraries },
    });
  }
  throw new Error("there is no browser");
}

/** A page with what its scripts complained of. */
export interface ReadPage {
  readonly page: Page;
  readonly complaints: string[];
  /** The frame of the first edition, or of the one beside. */
  readonly pane: (index?: number) => Frame;
}

/** Opens an address and waits until an edition is shown. */
export async function openPage(browser: Browser, address: string): Promise<ReadPage> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (cause) => complaints.push(String(cause)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(address);
  await page.waitForFunction(() =>
    document.querySelector("iframe")?.contentDocument?.querySelector(".wp-sheet"),
  );
  const pane = (index = 0) => {
    const frame = page.frames().filter((each) => each.url().endsWith("/frame"))[index];
    if (!frame) throw new Error(`there is no pane ${index}`);
    return frame;
  };
  return { page, complaints, pane };
}

/** Waits until an element of a frame holds a text. */
export async function shows(frame: Frame, selector: string, text: string): Promise<void> {
  await frame.waitForFunction(
    (where: string, what: string) =>
      [...document.querySelectorAll(where)].some((element) =>
        `${element.textContent} ${element.getAttribute("aria-label") ?? ""}`.includes(what),
      ),
    { timeout: 15_000 },
    selector,
    text,
  );
}
