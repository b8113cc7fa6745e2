// npm run build: everything in dist/.
import { main } from "../../wasm/toolchain/say.mjs";
import { compressed, library, module, offline, packages, singleFile, site } from "./steps.mjs";

await main(async () => {
  for (const step of [packages, module, site, singleFile, library, offline, compressed]) await step();
});
