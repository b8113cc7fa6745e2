// node wasm/toolchain/setup.mjs: find or unpack the toolchain, and build the module that the page and the library load.
import { main } from "./say.mjs";
import { cmake, toolchain } from "./toolchain.mjs";

await main(async () => {
  await cmake(await toolchain("module"), "wasm", "border");
});
