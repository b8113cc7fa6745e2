// npm run package: dist/package. With --check as well: that the site and the single file, built twice in two places, are the same.
import { join } from "node:path";
import { main, say, seconds } from "../../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../../wasm/toolchain/toolchain.mjs";
import { hostedSite, packages } from "../steps.mjs";

await main(async () => {
  await packages();
  await hostedSite();
  const start = Date.now();
  const { writePackages } = await import("./package.mjs");
  const { packages: made } = await writePackages(join(PROJECT, "dist/package"));
  for (const { name, size, files } of made)
    say(`dist/package/${name}: ${(size / 1e6).toFixed(2)} MB, ${files.length} files`);
  say(`packages: done in ${seconds(start)}`);
  if (process.argv.includes("--check")) await (await import("./twice.mjs")).checkBuiltTwice();
});
