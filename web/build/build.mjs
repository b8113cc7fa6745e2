// npm run build: everything in dist/.
import { main } from "../../wasm/toolchain/say.mjs";
import { hostedSite, library, packages } from "./steps.mjs";

await main(async () => {
  for (const step of [packages, hostedSite, library]) await step();
});
