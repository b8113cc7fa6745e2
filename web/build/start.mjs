// npm start: set up what is missing, build the site, serve it on this machine.
import { join } from "node:path";
import { main, say } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { serveOnFreePort } from "./serve.mjs";
import { packages, wholeSite } from "./steps.mjs";

await main(async () => {
  await packages();
  await wholeSite();
  const { url, close } = await serveOnFreePort(join(PROJECT, "dist/site"), Number(process.env.PORT) || 8080);
  say(`open ${url}  (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, async () => {
      await close();
      process.exit(0);
    });
  }
});
