// Serves dist/site at the root of one port and under a sub-path of another, for as long as the tests run.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { serve } from "../../../web/build/serve.mjs";
import { DIST, SUB_PATH } from "./addresses.ts";

const SITE = resolve(DIST, "site");

export default async function setup(): Promise<() => Promise<void>> {
  if (!existsSync(resolve(SITE, "index.html"))) throw new Error("dist/site is missing: run npm run build first");
  const plain = await serve(SITE);
  const nested = await serve(SITE, { base: SUB_PATH });
  process.env.PROOFGROUND_SITE = plain.url;
  process.env.PROOFGROUND_NESTED = nested.url;
  return async () => {
    await plain.close();
    await nested.close();
  };
}
