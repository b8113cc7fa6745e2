// npm run fingerprint: what Node answers to the labs' fixed requests becomes the reference (web/host/fingerprint/stored.json).
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, say } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { library, module, packages } from "./steps.mjs";

await main(async () => {
  for (const build of [packages, module, library]) await build();
  const { runnerImport } = await import("vite");
  const { load } = await import(pathToFileURL(join(PROJECT, "dist/lib/proofground.js")).href);
  const run = await runnerImport(join(PROJECT, "web/build/fingerprint.ts"));
  const { fingerprints } = /** @type {{ fingerprints: (pg: unknown) => object }} */ (run.module);
  const file = "web/host/fingerprint/stored.json";
  writeFileSync(join(PROJECT, file), JSON.stringify(fingerprints(await load())));
  const format = ["format", "--write", "--log-level=error", file];
  spawnSync(join(PROJECT, "node_modules/.bin/biome"), format, { cwd: PROJECT, stdio: "inherit" });
  say(`${file} is what Node answers now`);
});
