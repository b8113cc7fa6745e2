// The system's Chromium without a window, driven by playwright-core.
import { chromium } from "@playwright/test";
import { ANSWER_MS } from "./child.mjs";

/**
 * @param {string} executablePath
 * @returns {Promise<import("./engine.mjs").Engine>}
 */
export async function startChromium(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(ANSWER_MS);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return {
    name: "Chromium",
    partsInSandbox: true,
    async open(url) {
      await page.goto("about:blank");
      await page.goto(url, { waitUntil: "commit" });
    },
    async evaluate(script, { frame = false } = {}) {
      const where = frame ? page.frames()[1] : page.mainFrame();
      if (where === undefined) throw new Error("there is no frame");
      return where.evaluate(`(() => {${script}})()`);
    },
    errors: async () => errors.splice(0),
    close: () => browser.close(),
  };
}
