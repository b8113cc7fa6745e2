// What is packaged, as others take it. The bundlers are packages of this folder alone.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { runnerImport } from "vite";
import { SetupError, say } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { tally } from "../report.mjs";
import { libraryTests } from "./library.mjs";
import { packagesTests } from "./packages.mjs";

function bundlers() {
  const folder = join(PROJECT, "tests/package");
  if (existsSync(join(folder, "node_modules/webpack"))) return;
  say("bundlers for the tests: npm ci");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0)
    throw new SetupError("npm ci failed", "see that the npm registry can be reached, and run this again");
}

/** @returns {Promise<Required<import("../report.mjs").Count>>} */
export async function packageTests() {
  const { count, check } = tally();
  bundlers();
  /** @type {{ module: { executablePath(): string } }} */
  const { module: found } = await runnerImport(join(PROJECT, "tests/browser/support/chromium.ts"));
  const browser = await chromium.launch({ executablePath: found.executablePath(), args: ["--no-sandbox"] });
  try {
    await packagesTests(browser, check);
    await libraryTests(browser, check);
  } finally {
    await browser.close();
  }
  return count;
}
