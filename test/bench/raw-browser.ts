import puppeteer, { type Browser } from "puppeteer";

/** The browser as anybody's program starts it with Puppeteer: the same program file as ours, no settings but what it needs to run here. */
export function launchRaw(browserPath: string, libraries: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: browserPath,
    headless: "shell",
    args: ["--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    env: { ...process.env, ...(libraries === "" ? {} : { LD_LIBRARY_PATH: libraries }) },
  });
}
