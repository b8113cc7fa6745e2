// Where what is tested lies. Set by serve-site.ts before any test runs.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What npm run build made, or what PROOFGROUND_DIST names instead. */
export const DIST: string = process.env.PROOFGROUND_DIST ?? resolve(import.meta.dirname, "../../../dist");
export const SUB_PATH = "/some/sub/path/";

export const siteUrl = (): string => named("PROOFGROUND_SITE");
export const nestedUrl = (): string => named("PROOFGROUND_NESTED");
const onDisk = (name: string): string => pathToFileURL(resolve(DIST, name)).href;
/** The site's page, opened as a file. */
export const indexOnDisk: string = onDisk("site/index.html");
export const singleFile: string = onDisk("proofground.html");

function named(variable: string): string {
  const url = process.env[variable];
  if (url === undefined) throw new Error(`${variable} is not set: the site is not being served`);
  return url;
}
