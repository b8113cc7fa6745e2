// The page in a real browser: the built site over HTTP with the headers of a careful host, and the single file from disk.
import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumProgram } from "../browsers.mjs";
import { fonts } from "./support/fonts.ts";

const ROOT = resolve(import.meta.dirname, "../..");

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: resolve(ROOT, "build/browser/results"),
  globalSetup: "./support/serve-site.ts",
  // A test that fails sometimes is a bug to be found, not to be tried again.
  retries: 0,
  // One more than cores: a test waits for the page more than it computes.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000, toMatchAriaSnapshot: { pathTemplate: "{testDir}/trees/{arg}{ext}" } },
  reporter: [["line"], ["json", { outputFile: resolve(ROOT, "build/browser/results.json") }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    // A test meets the site as it is served; offline.spec.ts allows them.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromiumProgram(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Glyphs and colours as they are anywhere.
        "--font-render-hinting=none",
        "--disable-lcd-text",
        "--force-color-profile=srgb",
      ],
      env: { ...process.env, ...fonts() },
    },
  },
});
