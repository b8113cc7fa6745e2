// Where what is tested lies. Set by serve-site.ts before any test runs.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What npm run build made, or what PROOFGROUND_DIST names instead. */
export const DIST: string = process.env.PROOFGROUND_DIST ?? resolve(import.meta.dirname, "../../../dist");
export const SUB_PATH = "/some/sub/path/";

export const siteUrl = (): string => named("PROOFGROUND_SITE");
export const nestedUrl = (): string => named("PROOFGROUND_NESTED");
export const singleFile: string = pathToFileURL(resolve(DIST, "proofground.html")).href;

function named(variable: string): string {
  const url = process.env[variable];
  if (url === undefined) throw new Error(`${variable} is not set: the site is not being served`);
  return url;
}
