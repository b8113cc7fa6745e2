// What is packaged, as others take it. The bundlers are packages of this folder alone.
import { chromium } from "@playwright/test";
import { packages } from "../../web/build/steps.mjs";
import { chromiumProgram } from "../browsers.mjs";
import { tally } from "../report.mjs";
import { libraryTests } from "./library.mjs";
import { packagesTests } from "./packages.mjs";

/** @returns {Promise<Required<import("../report.mjs").Count>>} */
export async function packageTests() {
  const { count, check } = tally();
  await packages("tests/package");
  const browser = await chromium.launch({ executablePath: chromiumProgram(), args: ["--no-sandbox"] });
  try {
    await packagesTests(browser, check);
    await libraryTests(browser, check);
  } finally {
    await browser.close();
  }
  return count;
}
