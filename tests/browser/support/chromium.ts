// The browser under test: the system's Chromium, or the one that PROOFGROUND_CHROMIUM names.
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** @throws where there is none */
export function executablePath(): string {
  const named = process.env.PROOFGROUND_CHROMIUM;
  const found = [named, ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error("no Chromium: install the system's package, or set PROOFGROUND_CHROMIUM to its path");
  return found;
}
